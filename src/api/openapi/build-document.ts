import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { STAFF_ROLES } from '../../domain/people/actor.js';
import { type Permission, ruleOf } from '../../domain/people/permissions.js';
import type { ProblemCode } from '../../domain/refusals/problem-code.js';
import { passes, statusOf } from '../errors.js';
import { type Answer, hasField } from '../http/answer.js';
import { IF_MATCH } from '../http/if-match.js';
import { problemSchema } from '../http/problem.schema.js';
import type { Route } from '../http/route.js';
import { linksOf } from './links.js';

/** The OpenAPI 3.1 document of these routes, from the same schemas they parse with, in their order. */
export function buildDocument(routes: readonly Route[]): object {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key: npm run desk -- key create --role ROLE',
  });
  for (const route of routes) register(registry, route, routes);
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'TA Desk',
      version: '1',
      description:
        'Dates are ISO 8601. Errors are application/problem+json. Every POST takes Idempotency-Key: the same key and ' +
        'body get the same answer, another body 422. Not for real case data yet.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
  });
}

function register(registry: OpenAPIRegistry, route: Route, routes: readonly Route[]): void {
  const { id, method, path, tag, summary, access, params, query, body } = route;
  registry.registerPath({
    method,
    path,
    operationId: id,
    tags: [tag],
    summary,
    description: descriptionOf(route),
    security: ruleOf(access).everybody ? [] : [{ key: [] }],
    request: {
      params: Object.keys(params).length > 0 ? z.object(params) : undefined,
      query,
      headers: headersOf(route),
      body: body && { required: !body.optional, content: contentOf(body.content) },
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(route.answers).map(([status, answer]) => [
          status,
          answerOf(answer, linksOf(route, routes, answer)),
        ]),
      ),
      ...problemsOf(route.problems),
    },
  });
}

function descriptionOf({ description, access }: Pick<Route, 'description' | 'access'>): string | undefined {
  return [description, whoMay(access)].filter(Boolean).join(' ') || undefined;
}

function whoMay(access: Permission): string | undefined {
  const { staff: roles, people, everybody } = ruleOf(access);
  if (everybody || people) return undefined;
  return roles.length === STAFF_ROLES.length
    ? 'For staff.'
    : `For staff with the role ${roles.join(' or ')}.`;
}

function headersOf({ method, versioned }: Route): z.ZodObject | undefined {
  const key = z.string().regex(/^[\x21-\x7e]{1,255}$/);
  const headers = {
    ...(method === 'post' ? { 'Idempotency-Key': key.optional() } : {}),
    ...(versioned ? { 'If-Match': z.string().regex(IF_MATCH).optional() } : {}),
  };
  return Object.keys(headers).length > 0 ? z.object(headers) : undefined;
}

function contentOf(schemas: Record<string, z.ZodType>) {
  return Object.fromEntries(Object.entries(schemas).map(([type, schema]) => [type, { schema }]));
}

function answerOf({ description, schema, file, location }: Answer, links: ReturnType<typeof linksOf>) {
  const headers = {
    ...(location
      ? { Location: { required: true, schema: { type: 'string' as const, maxLength: 2_000 } } }
      : {}),
    ...(hasField(schema, 'version')
      ? { ETag: { required: true, schema: { type: 'string' as const, pattern: '^"\\d{1,10}"$' } } }
      : {}),
  };
  const told = {
    description,
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    ...(links ? { links } : {}),
  };
  if (file) {
    const binary = { type: 'string' as const, format: 'binary' };
    return { ...told, content: Object.fromEntries(file.map((type) => [type, { schema: binary }])) };
  }
  return schema ? { ...told, content: { 'application/json': { schema } } } : told;
}

/** Seconds until it may be tried again. */
const RETRY_AFTER = {
  'Retry-After': { required: true, schema: { type: 'integer' as const, minimum: 0, maximum: 86_400 } },
};

/** Problems share statuses: each status names its codes. */
function problemsOf(codes: ReadonlySet<ProblemCode>) {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [
      status,
      {
        description: of.join(', '),
        ...(of.some(passes) ? { headers: RETRY_AFTER } : {}),
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  );
}

import { extendZodWithOpenApi, OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import type { ProblemCode } from '../../domain/result.js';
import { PROBLEMS, statusOf } from '../errors.js';
import { callOperations } from './call-operations.js';
import type { Operation } from './operation.js';
import { otherOperations } from './other-operations.js';
import { requestOperations } from './request-operations.js';

extendZodWithOpenApi(z);

export const operations: readonly Operation[] = [...requestOperations, ...callOperations, ...otherOperations];

const problemSchema = z.object({
  type: z.url(),
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), message: z.string() })),
});

/** The OpenAPI 3.1 document, from the same schemas the routes parse with. */
export function buildDocument(): object {
  const registry = new OpenAPIRegistry();
  const problem = registry.register('Problem', problemSchema);
  registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key: npm run desk -- key create --role ROLE',
  });
  for (const operation of operations) register(registry, problem, operation);
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'TA Desk',
      version: '1',
      description:
        'Dates are ISO 8601. Errors are application/problem+json. Every POST takes Idempotency-Key: the same key and ' +
        'body get the same answer, another body 422. Not for real case data yet.',
    },
    servers: [{ url: '/api/v1' }],
  });
}

function register(registry: OpenAPIRegistry, problem: z.ZodType, operation: Operation): void {
  const { method, path, query, body, multipart } = operation;
  registry.registerPath({
    method,
    path,
    tags: [operation.tag],
    summary: operation.summary,
    description: operation.description,
    security: operation.public ? [] : [{ key: [] }],
    request: {
      params: paramsOf(path),
      query,
      headers: headersOf(operation),
      body: body
        ? { required: !operation.bodyOptional, content: { 'application/json': { schema: body } } }
        : multipart && {
            required: true,
            content: { 'multipart/form-data': { schema: withFile(multipart) } },
          },
    },
    responses: {
      ...Object.fromEntries(operation.answers.map((answer) => [answer.status, answerOf(answer)])),
      ...problemsOf(operation, problem),
    },
  });
}

function paramsOf(path: string): z.ZodObject | undefined {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  if (names.length === 0) return undefined;
  const schemaOf = (name: string) => {
    if (name === 'date') return z.iso.date();
    // Calls and series have names one can read; tokens are no ids at all.
    const named = name === 'token' || (name === 'id' && /^\/(calls|series)\//.test(path));
    return named ? z.string() : z.uuid();
  };
  return z.object(Object.fromEntries(names.map((name) => [name, schemaOf(name)])));
}

function headersOf({ method, versioned }: Operation): z.ZodObject | undefined {
  if (method !== 'post') return undefined;
  const key = { 'Idempotency-Key': z.string().max(255).optional() };
  return z.object(versioned ? { ...key, 'If-Match': z.string().optional() } : key);
}

function withFile(fields: z.ZodObject): z.ZodObject {
  return fields.extend({ file: z.string().openapi({ type: 'string', format: 'binary' }) });
}

function answerOf({ description, schema, file }: Operation['answers'][number]) {
  if (file) {
    const schemaOfFile = { type: 'string' as const, format: 'binary' };
    return { description, content: { 'application/octet-stream': { schema: schemaOfFile } } };
  }
  return schema ? { description, content: { 'application/json': { schema } } } : { description };
}

/** Problems share statuses: each status names its codes. */
function problemsOf(operation: Operation, problem: z.ZodType) {
  const codes = new Set<ProblemCode>(operation.problems);
  if (!operation.public) codes.add('unauthenticated').add('forbidden');
  if (!operation.public || operation.method !== 'get') codes.add('too-many-requests');
  if (operation.body) codes.add('malformed').add('too-large');
  if (operation.method === 'post') codes.add('idempotency-key-reused');
  if (operation.versioned) codes.add('version-mismatch');
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [
      status,
      { description: of.join(', '), content: { 'application/problem+json': { schema: problem } } },
    ]),
  );
}

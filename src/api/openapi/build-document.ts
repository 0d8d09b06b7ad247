import { extendZodWithOpenApi, OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import type { ProblemCode } from '../../domain/result.js';
import { shownCode, shownWords } from '../../domain/text/shown.schema.js';
import { PROBLEMS, passes, statusOf } from '../errors.js';
import { IF_MATCH } from '../http/if-match.js';
import { callOperations } from './call-operations.js';
import { hasField, linksOf, namesIn, operationId } from './links.js';
import type { Operation } from './operation.js';
import { otherOperations } from './other-operations.js';
import { requestOperations } from './request-operations.js';

extendZodWithOpenApi(z);

export const operations: readonly Operation[] = [...requestOperations, ...callOperations, ...otherOperations];

const problemSchema = z.object({
  type: z.url().max(200),
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  title: shownWords(200),
  status: z.int().min(400).max(599),
  detail: shownWords(2_000),
  errors: z.array(z.object({ pointer: z.string().max(2_000), message: shownWords(2_000) })).max(100_000),
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
    operationId: operationId(operation),
    tags: [operation.tag],
    summary: operation.summary,
    description: operation.description,
    security: operation.public ? [] : [{ key: [] }],
    request: {
      params: paramsOf(path),
      query,
      headers: headersOf(operation),
      body: body
        ? { required: !operation.bodyOptional, content: contentOf(operation, body) }
        : multipart && {
            required: true,
            content: { 'multipart/form-data': { schema: withFile(multipart) } },
          },
    },
    responses: {
      ...Object.fromEntries(operation.answers.map((answer) => [answer.status, answerOf(operation, answer)])),
      ...problemsOf(operation, problem),
    },
  });
}

/** A name one can read, such as those of calls and series. */
const nameInPath = shownCode.max(60);

function paramsOf(path: string): z.ZodObject | undefined {
  const names = namesIn(path);
  if (names.length === 0) return undefined;
  const schemaOf = (name: string) => {
    if (name === 'date') return z.iso.date();
    if (name === 'token') return z.string().regex(/^[\w-]{1,200}$/);
    return name === 'id' && /^\/(calls|series)\//.test(path) ? nameInPath : z.uuid();
  };
  return z.object(Object.fromEntries(names.map((name) => [name, schemaOf(name)])));
}

function headersOf({ method, versioned }: Operation): z.ZodObject | undefined {
  const key = z.string().regex(/^[\x21-\x7e]{1,255}$/);
  const headers = {
    ...(method === 'post' ? { 'Idempotency-Key': key.optional() } : {}),
    ...(versioned ? { 'If-Match': z.string().regex(IF_MATCH).optional() } : {}),
  };
  return Object.keys(headers).length > 0 ? z.object(headers) : undefined;
}

function contentOf({ csv }: Operation, body: z.ZodType) {
  const json = { 'application/json': { schema: body } };
  return csv ? { ...json, 'text/csv': { schema: z.string().max(512 * 1024) } } : json;
}

function withFile(fields: z.ZodObject): z.ZodObject {
  return fields.extend({ file: z.string().openapi({ type: 'string', format: 'binary' }) });
}

function answerOf(operation: Operation, answer: Operation['answers'][number]) {
  const { description, schema, file, location } = answer;
  const headers = {
    ...(location
      ? { Location: { required: true, schema: { type: 'string' as const, maxLength: 2_000 } } }
      : {}),
    ...(hasField(schema, 'version')
      ? { ETag: { required: true, schema: { type: 'string' as const, pattern: '^"\\d{1,10}"$' } } }
      : {}),
  };
  const links = linksOf(operation, operations, answer);
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
function problemsOf(operation: Operation, problem: z.ZodType) {
  const codes = new Set<ProblemCode>(operation.problems);
  // Control characters in a query are refused wherever they are sent, and a key that isn't one.
  codes.add('invalid').add('unauthenticated').add('forbidden');
  codes.add('database-unavailable');
  if (!operation.public || operation.method !== 'get') codes.add('too-many-requests');
  if (namesIn(operation.path).length > 0) codes.add('not-found');
  // A body that can't be read is refused even where none is wanted.
  if (operation.method !== 'get') codes.add('malformed').add('too-large');
  if (operation.method === 'post') codes.add('idempotency-key-reused');
  if (operation.versioned) codes.add('version-mismatch');
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [
      status,
      {
        description: of.join(', '),
        ...(of.some(passes) ? { headers: RETRY_AFTER } : {}),
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  );
}

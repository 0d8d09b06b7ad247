import type { Texts } from '../text/texts.js';

type Words = Texts['public']['apiDocs'];

interface Schema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  maxLength?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

interface DocumentedOperation {
  tags?: string[];
  summary?: string;
  description?: string;
  security?: unknown[];
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  responses: Record<string, { description: string }>;
}

export interface OpenapiDocument {
  paths: Record<string, Record<string, DocumentedOperation>>;
}

export interface DocsField {
  name: string;
  /** What may stand there, e.g. `text, at most 200 characters`. */
  says: string;
}

export interface DocsOperation {
  method: string;
  path: string;
  summary: string;
  description: string | null;
  access: string;
  parameters: DocsField[];
  /** One list per form a body may take. */
  bodies: DocsField[][];
  answers: { status: string; description: string }[];
}

/** The OpenAPI document as a page shows it: operations by their tags, schemas as plain lists of fields. */
export function docsView(
  words: Words,
  { paths }: OpenapiDocument,
): { tag: string; id: string; operations: DocsOperation[] }[] {
  const groups = new Map<string, DocsOperation[]>();
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? '';
      groups.set(tag, [...(groups.get(tag) ?? []), operationView(words, { method, path, operation })]);
    }
  }
  return [...groups].map(([tag, operations], index) => ({ tag, id: `part-${index + 1}`, operations }));
}

function operationView(
  words: Words,
  { method, path, operation }: { method: string; path: string; operation: DocumentedOperation },
): DocsOperation {
  return {
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? path,
    description: operation.description ?? null,
    access: operation.security?.length === 0 ? words.open : words.key,
    parameters: (operation.parameters ?? []).map(({ name, in: where, required, schema }) => ({
      name,
      says: [words.in[where], ...saysOf(words, schema ?? {}, required === true)].join(', '),
    })),
    bodies: Object.values(operation.requestBody?.content ?? {})
      .flatMap(({ schema }) => formsOf(schema ?? {}))
      .map((schema) => fieldsOf(words, schema)),
    answers: Object.entries(operation.responses).map(([status, { description }]) => ({
      status,
      description,
    })),
  };
}

/** The alternatives of a union, each by itself; anything else is its one form. */
function formsOf(schema: Schema): Schema[] {
  const union = schema.oneOf ?? schema.anyOf;
  return union ? union.flatMap(formsOf) : [schema];
}

/** `requester.name` and its like; lists are marked `[]`. */
function fieldsOf(words: Words, schema: Schema, prefix = ''): DocsField[] {
  const parts = schema.allOf ?? [schema];
  return parts.flatMap(({ properties, required, items }): DocsField[] => {
    if (items) return fieldsOf(words, items, `${prefix}[]`);
    return Object.entries(properties ?? {}).flatMap(([key, field]) => {
      const name = prefix ? `${prefix}.${key}` : key;
      const own = { name, says: saysOf(words, field, required?.includes(key) === true).join(', ') };
      return [own, ...fieldsOf(words, field, name)];
    });
  });
}

function saysOf(words: Words, schema: Schema, required: boolean): string[] {
  const types = [schema.type ?? []].flat().filter((type) => type !== 'null');
  const values = (schema.const === undefined ? (schema.enum ?? []) : [schema.const]).filter(
    (one) => one !== null,
  );
  return [
    values.length > 0 ? values.map(String).join(' | ') : (schema.format ?? types.join(words.or)),
    ...(schema.maxLength ? [words.atMost(schema.maxLength)] : []),
    ...(required ? [words.required] : []),
  ].filter(Boolean);
}

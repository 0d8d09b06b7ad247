export interface Schema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** What a field of this name takes beyond its schema: the program's own ids, things that are there. */
export type Known = Record<string, unknown>;

const BY_FORMAT: Record<string, unknown> = {
  date: '2026-12-18',
  'date-time': '2026-11-04T20:00:00.000Z',
  email: 'ada@legal-aid.example',
  uuid: '7d9a3c1e-0000-4000-8000-000000000001',
  binary: 'words',
};

/** One good value for each form that a schema may take. */
export function samplesOf(schema: Schema, known: Known, name = ''): unknown[] {
  if (name in known) return [known[name]];
  const forms = schema.oneOf ?? schema.anyOf;
  if (forms)
    return forms.filter(({ type }) => type !== 'null').flatMap((form) => samplesOf(form, known, name));
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum) return [schema.enum.find((value) => value !== null)];
  return kindsOf(schema).map((kind) => MAKE[kind]?.(schema, known, name) ?? 'Words');
}

const kindsOf = ({ type }: Schema) => [type ?? 'string'].flat().filter((kind) => kind !== 'null');

const MAKE: Record<string, ((schema: Schema, known: Known, name: string) => unknown) | undefined> = {
  object: ({ properties }, known) =>
    Object.fromEntries(
      Object.entries(properties ?? {}).map(([key, schema]) => [key, samplesOf(schema, known, key)[0]]),
    ),
  array: ({ items }, known, name) => [samplesOf(items ?? {}, known, name)[0]],
  boolean: () => true,
  integer: ({ minimum }) => minimum ?? 1,
  number: ({ minimum }) => minimum ?? 1,
  string: ({ format }) => BY_FORMAT[format ?? ''] ?? 'Words',
};

/** Where something stands in a value, the whole of it first: `['requester', 'email']`. */
export function placesIn(value: unknown, at: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

/** A copy with something else at one place. */
export function withAt(value: unknown, [key, ...rest]: string[], other: unknown): unknown {
  if (key === undefined) return other;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = withAt(copy[key], rest, other);
  return copy;
}

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { z } from 'zod';
import { buildDocument } from '../../src/api/openapi/build-document.js';
import { V1 } from '../../src/api/v1-routes.js';

/**
 * What the description allows, the schemas read: whatever a caller makes of it, no field is refused for its form. What
 * no schema can say (whether there is such a course, what goes with what) is told in words, and refused later.
 */

interface Schema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}
interface Described {
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

const BY_FORMAT: Record<string, fc.Arbitrary<string>> = {
  date: fc
    .date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  'date-time': fc
    .date({ min: new Date('1970-01-02'), max: new Date('2199-12-30'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  uuid: fc.uuid(),
  email: fc.constantFrom('ada@example.org', "O'Neil.x+1@a-b.example", `${'x'.repeat(64)}@legal-aid.example`),
};

/** Anything that the schema allows; words of a pattern by the pattern. */
function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  const forms = schema.oneOf ?? schema.anyOf;
  if (forms) return fc.oneof(...forms.map(valuesOf));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const kinds = [schema.type ?? []].flat();
  return fc.oneof(...kinds.map((kind) => MAKE[kind]?.(schema) ?? fc.constant(undefined)));
}

const MAKE: Record<string, (schema: Schema) => fc.Arbitrary<unknown>> = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  integer: ({ minimum, maximum }) => fc.integer({ min: minimum, max: maximum }),
  number: ({ minimum, maximum }) => fc.double({ min: minimum, max: maximum, noNaN: true }),
  array: ({ items = {}, minItems, maxItems = 3 }) =>
    fc.array(valuesOf(items), { minLength: minItems, maxLength: Math.min(maxItems, 3) }),
  object: ({ properties = {}, required = [] }) =>
    fc.record(Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valuesOf(one)])), {
      requiredKeys: required,
    }),
  string: ({ format, pattern, minLength = 0, maxLength = 40 }) => {
    const known = BY_FORMAT[format ?? ''];
    if (known) return known;
    const words = pattern
      ? fc.stringMatching(new RegExp(pattern, 'u'), { maxLength: Math.min(maxLength, 40) })
      : fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 40) });
    return words.filter((text) => [...text].length >= minLength && [...text].length <= maxLength);
  },
};

function refusals(schema: z.ZodType, values: fc.Arbitrary<unknown>): string[] {
  const found = new Map<string, string>();
  for (const value of fc.sample(values, { numRuns: 200, seed: 7 })) {
    const read = schema.safeParse(value);
    for (const { path, message } of read.error?.issues ?? []) found.set(path.join('/'), message);
    if (read.error) found.set('e.g.', JSON.stringify(value));
  }
  return [...found].map(([path, why]) => `${path}: ${why}`);
}

const document = buildDocument(V1) as { paths: Record<string, Record<string, Described>> };

describe('is read as described', () => {
  test.each(V1.filter(({ body }) => body))('the body of $id', ({ method, path, body }) => {
    const content = document.paths[path]?.[method]?.requestBody?.content ?? {};
    const described = content['application/json']?.schema;
    if (body && described) expect(refusals(body.schema, valuesOf(described))).toEqual([]);
  });

  test.each(V1.filter(({ query }) => query))('the query of $id', ({ method, path, query }) => {
    const parameters = document.paths[path]?.[method]?.parameters ?? [];
    const asked = parameters.filter((one) => one.in === 'query');
    const texts = fc.record(
      Object.fromEntries(asked.map(({ name, schema }) => [name, valuesOf(schema).map(String)])),
      { requiredKeys: asked.filter(({ required }) => required).map(({ name }) => name) },
    );
    if (query) expect(refusals(query, texts)).toEqual([]);
  });
});

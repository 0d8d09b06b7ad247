import { validate as isUuid } from 'uuid';
import type { z } from 'zod';
import type { FieldError } from '../../domain/result.js';
import { notFound, problem } from './unwrap.js';

/** A list of a hundred thousand wrong values needs no answer as long. */
const MOST_TOLD = 100;

/**
 * Reads a body or query with its schema.
 * @throws ProblemError `invalid` with one pointer per wrong field.
 */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  if (value === undefined || value === null || typeof value !== 'object') {
    throw problem('invalid', 'Send a JSON object with the content type application/json.', [
      { pointer: '', message: 'A JSON object is needed.' },
    ]);
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const errors = fieldErrors(read.error);
  throw problem(
    'invalid',
    errors.length === 1 ? 'One field is not right.' : `${errors.length} fields are not right.`,
    errors.slice(0, MOST_TOLD),
  );
}

/** zod's issues as JSON pointers; an unknown field is pointed at itself. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: pointerOf([...path, key]),
        message: 'This field is not known here.',
      }));
    }
    return [{ pointer: pointerOf(path), message: plainWords(issue.message) }];
  });
}

/** zod's own words for a missing or wrong kind of value, where a schema has none. */
function plainWords(message: string): string {
  const [, expected, received] = /^Invalid input: expected (\w+), received (\w+)$/.exec(message) ?? [];
  if (expected === undefined) return message;
  if (received === 'undefined') return 'This is missing.';
  const kinds: Record<string, string> = {
    string: 'text',
    array: 'a list',
    boolean: 'true or false',
    object: 'an object',
  };
  return `This must be ${kinds[expected] ?? `a ${expected}`}.`;
}

function pointerOf(path: string[]): string {
  return path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** @throws ProblemError `not-found`: an id that can't exist is as unknown as any other. */
export function uuidParam(value: unknown): string {
  if (typeof value !== 'string' || !isUuid(value)) throw notFound();
  return value.toLowerCase();
}

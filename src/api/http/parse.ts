import { validate as isUuid } from 'uuid';
import type { z } from 'zod';
import { wrongAt } from '../../domain/result.js';
import { zodFieldErrors } from '../views/zod-errors.js';
import { notFound, problem } from './problem.js';

/** A list of a hundred thousand wrong values needs no answer as long. */
const MOST_TOLD = 100;

/**
 * Reads a body or query with its schema.
 * @throws ProblemError `invalid` with one pointer per wrong field.
 */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  if (value === undefined || value === null || typeof value !== 'object') {
    throw problem('json-needed', [wrongAt('', 'json-object-needed')]);
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const errors = zodFieldErrors(read.error);
  throw problem('fields-wrong', { count: errors.length }, errors.slice(0, MOST_TOLD));
}

/** @throws ProblemError `not-found`: an id that can't exist is as unknown as any other. */
export function uuidParam(value: unknown): string {
  if (typeof value !== 'string' || !isUuid(value)) throw notFound();
  return value.toLowerCase();
}

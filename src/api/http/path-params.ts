import { validate } from 'uuid';
import { z } from 'zod';
import { isoDateSchema } from '../../domain/requests/submission.schema.js';

/** What stands at a place of a path. What its schema refuses is as unknown as any other id: 404. */
export type PathParam = z.ZodType<string>;

/** Names in braces: `id` and `documentId` of `/ta-requests/{id}/documents/{documentId}`. */
export type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

export const namesIn = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');

export const uuid: PathParam = z.string().refine(validate).toLowerCase().meta({ format: 'uuid' });

/** A name one can read, such as those of calls and series. The use case looks whether there is one. */
export const readable: PathParam = z.string().meta({ maxLength: 60, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' });

/** Of a link in a mail. */
export const token: PathParam = z.string().meta({ pattern: '^[\\w-]{1,200}$' });

export const date: PathParam = isoDateSchema.meta({ format: 'date' });

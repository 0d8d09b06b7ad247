import type { Response } from 'express';
import { z } from 'zod';
import { setVersion } from './if-match.js';

/** What an answer of one status holds: JSON, a file, or nothing. */
export interface Answer<T = unknown> {
  description: string;
  /** Of JSON. A field `version` is told as its ETag too. */
  schema?: z.ZodType<T>;
  /** Where the new thing is, told in `Location`. */
  location?(body: T): string;
  /** Media types of a file; the operation sends it itself. */
  file?: readonly string[];
}

/** By status. */
export type Answers = Readonly<Record<number, Answer>>;

export function json<S extends z.ZodType>(
  description: string,
  schema: S,
  location?: (body: z.output<S>) => string,
): Answer<z.output<S>> {
  return { description, schema: schema as z.ZodType<z.output<S>>, location };
}

/** What sends a file. */
export type Send = (res: Response) => void;

export function file(description: string, types: readonly string[]): Answer<Send> {
  return { description, file: types };
}

export function empty(description: string): Answer<null> {
  return { description };
}

type IsOne<K, All = K> = K extends unknown ? ([All] extends [K] ? true : false) : never;

type BodyOf<A> = A extends Answer<infer T> ? T : never;

/** What an operation answers: the body alone where there is one status, else which of them it is. */
export type Outcome<A extends Answers> =
  IsOne<keyof A> extends true
    ? BodyOf<A[keyof A]>
    : { [Status in keyof A]: { status: Status; body: BodyOf<A[Status]> } }[keyof A];

export function hasField(schema: z.ZodType | undefined, name: string): boolean {
  return schema instanceof z.ZodObject && name in schema.shape;
}

export function sendAnswer(res: Response, answers: Record<number, Answer>, outcome: unknown): void {
  const [only, ...others] = Object.keys(answers).map(Number);
  const { status, body } =
    others.length === 0
      ? { status: only as number, body: outcome }
      : (outcome as { status: number; body: unknown });
  const { schema, location, file } = answers[status] as Answer;
  if (file) {
    (body as Send)(res);
    return;
  }
  res.status(status);
  if (!schema) {
    res.end();
    return;
  }
  if (location) res.location(location(body));
  // What is told once is kept by nobody, the store of answers to repeats included.
  if (hasField(schema, 'secret')) res.locals.kept = { ...(body as object), secret: null };
  if (hasField(schema, 'version')) setVersion(res, (body as { version: number }).version);
  res.json(body);
}

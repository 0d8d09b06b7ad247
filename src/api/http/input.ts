import type { Request } from 'express';
import { z } from 'zod';
import { parse } from './parse.js';
import { problemAt } from './problem.js';

/** A body that an operation takes: how it is read, and what the document says of it. */
export interface Input<T = unknown> {
  /** What its fields are. */
  schema: z.ZodType;
  /** The schema of each media type it may come in. */
  content: Record<string, z.ZodType>;
  /** It may be left out. */
  optional: boolean;
  /** @throws ProblemError `invalid` */
  read(req: Request): T;
}

/** A schema alone is a JSON body. */
export function inputOf(body: z.ZodType | Input): Input {
  return body instanceof z.ZodType ? json(body) : body;
}

function json<S extends z.ZodType>(schema: S): Input<z.output<S>> {
  const content = { 'application/json': schema };
  return { schema, content, optional: false, read: ({ body }) => parse(schema, body) };
}

/** Left out, it is an empty object. */
export function optional<S extends z.ZodType>(schema: S): Input<z.output<S>> {
  return { ...json(schema), optional: true, read: ({ body }) => parse(schema, body ?? {}) };
}

/** JSON, or a report as text/csv: its bytes, for spreadsheets save it in several encodings. */
export function orCsv<S extends z.ZodType>(schema: S): Input<z.output<S> | Buffer> {
  return {
    schema,
    content: { 'application/json': schema, 'text/csv': z.string().max(512 * 1024) },
    optional: false,
    read(req) {
      if (!req.is('text/csv')) return parse(schema, req.body);
      return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
    },
  };
}

/** A multipart body: one file in the field `file`, and fields beside it. */
export function upload<S extends z.ZodObject>(
  fields: S,
): Input<{ file: { name: string; content: Buffer }; fields: z.output<S> }> {
  const file = z.string().meta({ type: 'string', format: 'binary' });
  return {
    schema: fields,
    content: { 'multipart/form-data': fields.extend({ file }) },
    optional: false,
    read(req) {
      if (!req.file) throw problemAt('/file', 'one-file-needed');
      const file = { name: req.file.originalname, content: req.file.buffer };
      return { file, fields: parse(fields, { ...req.body }) };
    },
  };
}

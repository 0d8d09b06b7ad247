import type { z } from 'zod';
import type { ProblemCode } from '../../domain/result.js';

/** One operation of the API, as the document tells it. Schemas are the ones the routes parse with. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Below /api/v1, e.g. `/ta-requests/{id}`. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  public?: true;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The body may be left out. */
  bodyOptional?: true;
  /** The body may come as text/csv instead. */
  csv?: true;
  /** A multipart body: file in `file`, these fields beside it. */
  multipart?: z.ZodObject;
  answers: {
    status: number;
    description: string;
    schema?: z.ZodType;
    /** Media types of a file. */
    file?: readonly string[];
    /** Tells in `Location` where the new thing is. */
    location?: true;
  }[];
  problems: ProblemCode[];
  /** Honours If-Match. */
  versioned?: true;
}

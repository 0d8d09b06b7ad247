import { z } from 'zod';
import type { ProblemCode } from '../../domain/refusals/problem-code.js';
import { shownWords } from '../../domain/text/shown.schema.js';
import { PROBLEMS } from '../errors.js';

/** RFC 9457, with our code and what is wrong with which field. */
export const problemSchema = z
  .object({
    type: z.url().max(200),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    title: shownWords(200),
    status: z.int().min(400).max(599),
    detail: shownWords(2_000),
    errors: z.array(z.object({ pointer: z.string().max(2_000), message: shownWords(2_000) })).max(100_000),
  })
  .meta({ id: 'Problem' });

import { z } from 'zod';
import { isDuration } from '../../domain/time/duration.js';
import { instantSchema } from '../../domain/time/instant.schema.js';

const period = z
  .string()
  .max(40)
  .refine(
    (text) => isDuration(text, { maxYears: 20 }),
    'Give an ISO 8601 duration above zero, like P1D or PT6H; at most 20 years.',
  );

export const nowSchema = z.object({ now: z.iso.datetime() });

/** `{"to": instant}` or `{"by": duration}`; a day is 24 hours. */
export const advanceSchema = z.union(
  [z.strictObject({ to: instantSchema }), z.strictObject({ by: period })],
  'Give either "to" (an instant) or "by" (a duration).',
);

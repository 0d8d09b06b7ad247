import { z } from 'zod';
import { says } from '../../domain/refusals/says.js';
import { isDuration } from '../../domain/time/duration.js';
import { instantSchema } from '../../domain/time/instant.schema.js';

const period = z
  .string()
  .max(40)
  .refine((text) => isDuration(text, { maxYears: 20 }), says('duration'))
  // Not all of ISO 8601, but nothing that is refused.
  .meta({
    pattern: '^P([1-9]\\d{0,2}D(T[1-9]\\d{0,3}H)?|T[1-9]\\d{0,3}[HMS]|[1-9]\\d{0,2}W|[1-9]\\d?M|1?[1-9]Y)$',
  });

export const nowSchema = z.object({ now: z.iso.datetime() });

/** `{"to": instant}` or `{"by": duration}`; a day is 24 hours. */
export const advanceSchema = z.union(
  [z.strictObject({ to: instantSchema }), z.strictObject({ by: period })],
  says('to-or-by'),
);

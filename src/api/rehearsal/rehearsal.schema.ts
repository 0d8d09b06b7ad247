import { Duration } from 'luxon';
import { z } from 'zod';
import { instantSchema } from '../../domain/time/instant.schema.js';

const FARTHEST_YEARS = 20;

const period = z
  .string()
  .max(40)
  .transform((text, ctx) => {
    const duration = Duration.fromISO(text);
    const within =
      duration.isValid && duration.as('milliseconds') > 0 && duration.as('years') <= FARTHEST_YEARS;
    if (within) return duration;
    ctx.addIssue({
      code: 'custom',
      message: 'Give an ISO 8601 duration above zero, like P1D or PT6H; at most 20 years.',
    });
    return z.NEVER;
  });

export const nowSchema = z.object({ now: z.iso.datetime() });

/** `{"to": instant}` or `{"by": duration}`; a day is 24 hours. */
export const advanceSchema = z.union(
  [z.strictObject({ to: instantSchema }), z.strictObject({ by: period })],
  'Give either "to" (an instant) or "by" (a duration).',
);

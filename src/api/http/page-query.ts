import { z } from 'zod';

const WORDS = 'Give a whole number from 1 to 100.';

/** `limit` of a list: 1 to 100, in plain digits. */
export const limitSchema = z
  .string()
  .regex(/^(?:[1-9]\d?|100)$/, WORDS)
  .transform(Number)
  .meta({ type: 'integer', minimum: 1, maximum: 100 })
  .optional();

/** Of what takes no query: one is refused. */
export const noQuery = z.strictObject({});

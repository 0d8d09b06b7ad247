import { z } from 'zod';
import { says } from '../../domain/refusals/says.js';

const WORDS = says('whole-number', { from: 1, through: 100 });

/** `limit` of a list: 1 to 100, in plain digits. */
export const limitSchema = z
  .string()
  .regex(/^(?:[1-9]\d?|100)$/, WORDS)
  .transform(Number)
  .meta({ type: 'integer', minimum: 1, maximum: 100 })
  .optional();

/** Of what takes no query: one is refused. */
export const noQuery = z.strictObject({});

import { z } from 'zod';
import { says } from '../../domain/refusals/says.js';
import { cursorSchema } from '../lists/cursor.schema.js';
import { limitSchema } from '../lists/page-query.schema.js';

/** `awaitsDecision`: only those whose score says otherwise and that nobody has settled, or only the others. */
export const completionsQuery = z.strictObject({
  awaitsDecision: z.enum(['true', 'false'], says('true-or-false')).optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});
export type CompletionsQuery = z.infer<typeof completionsQuery>;

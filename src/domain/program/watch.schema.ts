import { z } from 'zod';
import { countSchema, wallTimeSchema } from './values.schema.js';

/** What the director's page marks as unusual: plain rules, which it says. They stop nobody. */
export const watchSchema = z.strictObject({
  /** From so many cases within an hour that nothing says to be somebody's own. */
  casesNotTheirsInAnHour: countSchema('cases', 2, 1000).default(20),
  /** From so many refusals within an hour. */
  refusalsInAnHour: countSchema('refusals', 2, 1000).default(5),
  /** Cases read by somebody signed in, from the one to the other, in the program's zone. */
  nightFrom: wallTimeSchema.default('22:00'),
  nightUntil: wallTimeSchema.default('06:00'),
});

export type Watch = z.infer<typeof watchSchema>;

import { z } from 'zod';
import { emailSchema } from '../requests/submission.schema.js';
import { lineSchema } from '../text/typed.schema.js';
import { instantSchema } from '../time/instant.schema.js';

/** A course passed or failed, told by an LMS, a form or an import. Unique by (source, sourceId). */
export const completionSchema = z.strictObject({
  email: emailSchema,
  courseId: lineSchema(60),
  passed: z.boolean('Say true or false.'),
  score: z.number().min(0, 'A score is from 0 to 1.').max(1, 'A score is from 0 to 1.').nullish(),
  completedAt: instantSchema,
  source: lineSchema(60),
  sourceId: lineSchema(200),
});
export type CompletionInput = z.infer<typeof completionSchema>;

export const completionViewSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  courseId: z.string(),
  passed: z.boolean(),
  score: z.number().nullable(),
  completedAt: z.iso.datetime(),
  source: z.string(),
  sourceId: z.string(),
  recordedAt: z.iso.datetime(),
});
export type CompletionView = z.infer<typeof completionViewSchema>;

import { z } from 'zod';
import { says } from '../refusals/says.js';
import { emailSchema } from '../requests/submission.schema.js';
import { shownEmail, shownWords } from '../text/shown.schema.js';
import { lineSchema } from '../text/typed.schema.js';
import { instantSchema } from '../time/instant.schema.js';

/** A course passed or failed, told by an LMS, a form or an import. Unique by (source, sourceId). */
export const completionSchema = z.strictObject({
  email: emailSchema,
  courseId: lineSchema(60),
  passed: z.boolean(says('true-or-false')),
  score: z.number().min(0, says('score')).max(1, says('score')).nullish(),
  completedAt: instantSchema,
  source: lineSchema(60),
  sourceId: lineSchema(200),
});
export type CompletionInput = z.infer<typeof completionSchema>;

export const completionViewSchema = z.object({
  id: z.uuid(),
  email: shownEmail,
  courseId: shownWords(60),
  /** As it counts here: not while score and result contradict one another and nobody has settled it. */
  passed: z.boolean(),
  awaitsDecision: z.boolean(),
  score: z.number().min(0).max(1).nullable(),
  completedAt: z.iso.datetime(),
  source: shownWords(60),
  sourceId: shownWords(200),
  recordedAt: z.iso.datetime(),
});
export type CompletionView = z.infer<typeof completionViewSchema>;

/** What a person says of one whose score and result contradict one another. */
export const completionDecisionSchema = z.strictObject({
  kind: z.literal('settle', says('name-a-decision')),
  passed: z.boolean(says('true-or-false')),
});
export type CompletionDecision = z.infer<typeof completionDecisionSchema>;

import { z } from 'zod';
import { says } from '../refusals/says.js';
import { isoDateSchema, MAX_TEXT, REQUEST_KINDS } from '../requests/submission.schema.js';
import { textSchema } from '../text/typed.schema.js';

/** `erased`: its words are gone, and that it was there remains. */
export const PRECEDENT_STATUSES = ['draft', 'awaiting-review', 'published', 'withdrawn', 'erased'] as const;
export type PrecedentStatus = (typeof PRECEDENT_STATUSES)[number];

export const AUDIENCES = ['staff', 'public'] as const;
export type PrecedentAudience = (typeof AUDIENCES)[number];

/** A question is short enough to be read in a list. */
export const MAX_QUESTION = 1_000;
export const MAX_COMMENT = 2_000;

/** Checked against the program. */
export const topicIdSchema = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/, says('program-id'));

/** A question and its answer, as they are typed: by rule without facts of a case. */
export const precedentSchema = z.strictObject({
  question: textSchema(MAX_QUESTION).describe('Without facts of a case.'),
  answer: textSchema(MAX_TEXT).describe('Markdown, without facts of a case.'),
  kind: z.enum(REQUEST_KINDS),
  topics: z
    .array(topicIdSchema)
    .min(1, says('a-topic'))
    .max(20, says('at-most-picked', { max: 20 })),
  audience: z.enum(AUDIENCES).describe('`public`: everybody may read it once it is published.'),
  reviewBy: isoDateSchema.describe('From then on it is marked as possibly out of date; within three years.'),
  identifiersChecked: z
    .boolean()
    .optional()
    .describe('Says that what looks like a name, a number or a birth date is none.'),
});
export type PrecedentTyped = z.infer<typeof precedentSchema>;

export const precedentOpeningSchema = precedentSchema.extend({
  requestId: z.uuid().optional().describe('The answered request it is suggested from.'),
});
export type PrecedentOpening = z.infer<typeof precedentOpeningSchema>;

export const precedentDecisionSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('submit') }),
    z.strictObject({ kind: z.literal('publish') }),
    z.strictObject({ kind: z.literal('return'), comment: textSchema(MAX_COMMENT) }),
    z.strictObject({ kind: z.literal('withdraw') }),
    z.strictObject({ kind: z.literal('erase-wordings') }),
    z.strictObject({ kind: z.literal('erase') }),
  ],
  says('name-a-decision'),
);
export type PrecedentDecision = z.infer<typeof precedentDecisionSchema>;
export type PrecedentDecisionKind = PrecedentDecision['kind'];

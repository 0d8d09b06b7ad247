import { z } from 'zod';
import { says } from '../refusals/says.js';
import { isoDateSchema, MAX_TEXT } from '../requests/submission.schema.js';
import { textSchema } from '../text/typed.schema.js';
import { instantSchema } from '../time/instant.schema.js';
import { GROUNDS } from './review-statuses.js';

const words = textSchema(MAX_TEXT);

/** What opens a review. The evidence is sealed before anything else happens. */
export const reviewOpeningSchema = z.strictObject({
  personId: z.uuid().toLowerCase(),
  grounds: z.enum(GROUNDS, says('grounds')),
  evidence: words,
});
export type ReviewOpening = z.infer<typeof reviewOpeningSchema>;

/** What is decided about a review, by directors or whoever it is about. */
export const reviewDecisionSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('notify') }),
    z.strictObject({ kind: z.literal('reply'), body: words }),
    z.strictObject({
      kind: z.literal('refuse'),
      /** The last day of it, or the instant of its end. */
      until: z.union([isoDateSchema, instantSchema], says('date-or-instant')),
      reason: words,
    }),
    z.strictObject({ kind: z.literal('dismiss'), reason: words }),
    z.strictObject({ kind: z.literal('appeal'), reason: words }),
    z.strictObject({ kind: z.literal('decide-appeal'), upheld: z.boolean(), reason: words }),
  ],
  says('name-a-decision'),
);
export type ReviewDecision = z.infer<typeof reviewDecisionSchema>;

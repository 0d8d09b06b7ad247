import { z } from 'zod';
import { says } from '../refusals/says.js';
import { isoDateSchema, MAX_TEXT } from '../requests/submission.schema.js';
import { lineSchema, textSchema } from '../text/typed.schema.js';
import { RECIPIENT_KINDS, RELEASE_PARTS } from './release-scope.js';

/** Longest name of a recipient, and of where a signed paper is kept. */
export const MAX_RECIPIENT = 200;
export const MAX_PAPER = 200;

const words = textSchema(MAX_TEXT);

/** What may be passed on, to whom, what for and until when: asked for, or on a paper that is signed already. */
export const releaseOpeningSchema = z.strictObject({
  recipientKind: z.enum(RECIPIENT_KINDS, says('release-recipient-kind')),
  recipient: lineSchema(MAX_RECIPIENT),
  purpose: words,
  parts: z
    .array(z.enum(RELEASE_PARTS, says('release-parts')))
    .min(1, says('release-parts'))
    .max(RELEASE_PARTS.length, says('release-parts')),
  /** The last day of it; left out: as long as the program says. */
  until: isoDateSchema.optional(),
  /** Staff have the signed paper before them: where it is kept, and the day it was signed. */
  paper: z.strictObject({ reference: lineSchema(MAX_PAPER), signedOn: isoDateSchema }).optional(),
});
export type ReleaseOpening = z.infer<typeof releaseOpeningSchema>;

/** What is decided about a release. */
export const releaseDecisionSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('sign') }),
    z.strictObject({ kind: z.literal('decline') }),
    z.strictObject({ kind: z.literal('revoke'), reason: words.optional() }),
  ],
  says('name-a-decision'),
);
export type ReleaseDecision = z.infer<typeof releaseDecisionSchema>;

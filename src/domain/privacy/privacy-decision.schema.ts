import { z } from 'zod';
import { says } from '../refusals/says.js';
import { optionalTextSchema } from '../text/typed.schema.js';
import { PRIVACY_KINDS, PRIVACY_REASONS } from './privacy-requests.js';

/** What is said with a decision at most. */
export const MAX_PRIVACY_WORDS = 2_000;

export const askPrivacySchema = z.strictObject({
  kind: z.enum(PRIVACY_KINDS, says('privacy-kind-needed')),
});

const words = optionalTextSchema(MAX_PRIVACY_WORDS);

/** `partly`: something of it was left out, which `words` say. Of an erasure the desk finds out by itself what stays. */
export const privacyDecisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('carry-out'), partly: z.boolean().default(false), words }),
  z.strictObject({
    kind: z.literal('refuse'),
    reason: z.enum(PRIVACY_REASONS, says('privacy-reason-needed')),
    words,
  }),
  z.strictObject({ kind: z.literal('withdraw') }),
]);

export type PrivacyDecision = z.output<typeof privacyDecisionSchema>;

import { z } from 'zod';
import { REQUEST_STATUSES } from '../../domain/requests/statuses.js';
import { emailSchema } from '../../domain/requests/submission.schema.js';
import {
  shownCode,
  shownEmail,
  shownReference,
  shownState,
  shownWords,
} from '../../domain/text/shown.schema.js';

const instant = z.iso.datetime();

/** What a person's page shows at most of each; the lists of the desk have the rest. */
export const MOST_SHOWN = 100;

/** One person, as staff read them: who they are, and what of theirs the desk has. */
export const personViewSchema = z.object({
  id: z.uuid(),
  name: shownWords(200),
  role: shownWords(60),
  state: shownState.nullable(),
  licensedIn: z.array(shownState).max(60),
  organization: z.object({ id: z.uuid(), name: shownWords(200) }).nullable(),
  /** Found to be the same as this one, who has everything. */
  mergedInto: z.uuid().nullable(),
  addresses: z.array(z.object({ email: shownEmail, proved: z.boolean() })).max(MOST_SHOWN),
  /** Latest first. */
  requests: z
    .array(
      z.object({
        id: z.uuid(),
        reference: shownReference,
        as: z.enum(['requester', 'supervisor']),
        status: z.enum(REQUEST_STATUSES),
        kind: shownCode,
        receivedAt: instant,
        respondedAt: instant.nullable(),
      }),
    )
    .max(MOST_SHOWN),
  completions: z
    .array(
      z.object({
        courseId: shownCode,
        passed: z.boolean(),
        awaitsDecision: z.boolean(),
        completedAt: instant,
      }),
    )
    .max(MOST_SHOWN),
  /** What became of the record, latest first. */
  history: z
    .array(
      z.object({
        at: instant,
        type: z.enum(['address-added', 'address-proved', 'merged']),
        actor: shownWords(200),
        email: shownEmail.nullable(),
        other: z.uuid().nullable(),
      }),
    )
    .max(MOST_SHOWN),
});

export type PersonView = z.infer<typeof personViewSchema>;

export const addressSchema = z.object({ email: emailSchema });

export const mergeSchema = z.object({ into: z.uuid().toLowerCase() });

/** How it stands with an address that somebody says is theirs. */
export const claimedSchema = z.object({
  email: shownEmail,
  /** `asked`: a link went there, if it may; `proved`: it is theirs. */
  status: z.enum(['asked', 'proved']),
});

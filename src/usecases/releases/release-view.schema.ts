import { z } from 'zod';
import { MAX_PAPER, MAX_RECIPIENT } from '../../domain/releases/release.schema.js';
import { RELEASE_DECISION_KINDS } from '../../domain/releases/release-decisions.js';
import { RECIPIENT_KINDS, RELEASE_PARTS, SIGNED_HOW } from '../../domain/releases/release-scope.js';
import { RELEASE_STATUSES } from '../../domain/releases/release-statuses.js';
import { MAX_TEXT } from '../../domain/requests/submission.schema.js';
import { shownCount, shownLink, shownWords } from '../../domain/text/shown.schema.js';

const when = z.iso.datetime().nullable();

/** More than one request can have. */
export const MOST_RELEASES = 200;

/** A release, as staff and whoever asked read it. Where the signed paper is kept, staff alone. */
export const releaseViewSchema = z.object({
  id: z.uuid(),
  requestId: z.uuid(),
  status: z.enum(RELEASE_STATUSES),
  /** It lets out now what it covers. */
  inForce: z.boolean(),
  recipientKind: z.enum(RECIPIENT_KINDS),
  /** Null: a mentor who is introduced, whose name the requester reads there. */
  recipient: shownWords(MAX_RECIPIENT).nullable(),
  purpose: shownWords(MAX_TEXT).nullable(),
  parts: z.array(z.enum(RELEASE_PARTS)).max(RELEASE_PARTS.length),
  /** `act`: by agreeing to be introduced. Null: nobody has signed it. */
  signedHow: z.enum(SIGNED_HOW).nullable(),
  signedAt: when,
  /** The day on a signed paper. */
  signedOn: z.iso.date().nullable(),
  paper: shownWords(MAX_PAPER).nullable(),
  openedAt: z.iso.datetime(),
  /** Its last day, and the instant of its end. */
  until: z.iso.date(),
  expiresAt: z.iso.datetime(),
  endedAt: when,
  /** Why it was revoked, where somebody said so. */
  reason: shownWords(MAX_TEXT).nullable(),
  introductionId: z.uuid().nullable(),
  /** What the reader may decide about it now. */
  offered: z
    .array(z.enum(RELEASE_DECISION_KINDS as [string, ...string[]]))
    .max(RELEASE_DECISION_KINDS.length),
  version: shownCount,
  links: z.object({ self: shownLink, decisions: shownLink }),
});

export type ReleaseView = z.infer<typeof releaseViewSchema>;

export const releasesViewSchema = z.object({ items: z.array(releaseViewSchema).max(MOST_RELEASES) });

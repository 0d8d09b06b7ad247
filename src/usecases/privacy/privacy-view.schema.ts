import { z } from 'zod';
import { MAX_PRIVACY_WORDS } from '../../domain/privacy/privacy-decision.schema.js';
import { PRIVACY_KINDS, PRIVACY_REASONS, PRIVACY_STATUSES } from '../../domain/privacy/privacy-requests.js';
import { shownEmail, shownWords } from '../../domain/text/shown.schema.js';
import { cursorSchema } from '../lists/cursor.schema.js';
import { limitSchema } from '../lists/page-query.schema.js';

const instant = z.iso.datetime();

/** A wish for a copy or an erasure, for whose it is and for staff. */
export const privacyViewSchema = z.object({
  id: z.uuid(),
  kind: z.enum(PRIVACY_KINDS),
  status: z.enum(PRIVACY_STATUSES),
  askedAt: instant,
  /** When the link that was mailed was used. */
  confirmedAt: instant.nullable(),
  dueOn: z.iso.date().nullable(),
  decidedAt: instant.nullable(),
  reason: z.enum(PRIVACY_REASONS).nullable(),
  words: shownWords(MAX_PRIVACY_WORDS).nullable(),
  /** A copy can be fetched until then. */
  copyUntil: instant.nullable(),
  /** For staff; null once they are erased. */
  person: z.object({ id: z.uuid(), name: shownWords(200), email: shownEmail.nullable() }).nullable(),
});

export type PrivacyView = z.infer<typeof privacyViewSchema>;

export const privacyListQuery = z.strictObject({
  state: z.enum(['live', 'ended']).optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});

export type PrivacyListQuery = z.infer<typeof privacyListQuery>;

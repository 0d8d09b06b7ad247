import { z } from 'zod';
import { TOLD_MAIL_STATUSES } from '../../domain/mail/statuses.js';
import { says } from '../../domain/refusals/says.js';
import { shownCode, shownEmail, shownWords } from '../../domain/text/shown.schema.js';
import { lineSchema } from '../../domain/text/typed.schema.js';
import { cursorSchema } from '../lists/cursor.schema.js';
import { limitSchema } from '../lists/page-query.schema.js';

export const messagesQuery = z.strictObject({
  /** Id of a request, call, registration or question. */
  about: lineSchema(120, { missing: says('give-an-id') }).optional(),
  status: z.enum(TOLD_MAIL_STATUSES, says('message-status')).optional(),
  cursor: cursorSchema,
  limit: limitSchema,
});
export type MessagesQuery = z.infer<typeof messagesQuery>;

/** One row of the mail log. Never its text. */
export const messageViewSchema = z.object({
  id: z.uuid(),
  about: shownWords(120).nullable(),
  kind: shownCode,
  to: z.array(shownEmail).max(100),
  cc: z.array(shownEmail).max(100),
  subject: shownWords(1_000),
  status: z.enum(TOLD_MAIL_STATUSES),
  /** What it tells goes, for one of its readers at least, with their daily digest. */
  inDigest: z.boolean(),
  messageId: shownWords(500),
  queuedAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  /** Why it failed, as a code. */
  code: shownWords(120).nullable(),
  resolvedBy: shownWords(200).nullable(),
});
export type MessageView = z.infer<typeof messageViewSchema>;

export const resolutionSchema = z.strictObject({
  action: z.enum(['resend', 'mark-sent'], says('resend-or-mark-sent')),
});
export type Resolution = z.infer<typeof resolutionSchema>;

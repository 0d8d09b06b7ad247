import type { Message } from '../../adapters/database/generated/client.js';
import { type MailStatus, toldMailStatus } from '../../domain/mail/statuses.js';
import type { MessageView } from './message.schema.js';

export function messageView(row: Omit<Message, 'sealed'>): MessageView {
  return {
    id: row.id,
    about: row.aboutId,
    kind: row.kind,
    to: row.to,
    cc: row.cc,
    subject: row.subject,
    status: toldMailStatus(row.status as MailStatus),
    inDigest: row.collectedFor.length > 0,
    messageId: row.messageId,
    queuedAt: row.queuedAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    code: row.code,
    resolvedBy: row.resolvedBy,
  };
}

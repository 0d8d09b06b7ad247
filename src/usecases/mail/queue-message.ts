import { randomUUID } from 'node:crypto';
import type { MailKind } from '../../domain/mail/kinds.js';
import { mailWorkflowId } from '../../domain/requests/workflow-id.js';
import type { MailData } from '../../emails/mail-data.js';
import { subjectOf } from '../../emails/subject-of.js';
import type { RecordServices } from '../../ports/services.js';
import { makeDataKey } from '../data-keys.js';
import type { Recording } from '../recording.js';
import { mailTexts } from './mail-texts.js';

export interface MessageToQueue {
  kind: MailKind;
  /** Request, call, registration or question it is about. */
  aboutId: string | null;
  /** Found under this id as well: the call a question's mail belongs to. */
  relatedId?: string;
  /** Bulk mail: one activity sends all rows of a batch, and no workflow is started for this one. */
  batchId?: string;
  to: string[];
  cc?: string[];
  data: MailData;
  /** Of `to`, those who read of it in their daily digest. */
  collectedFor?: string[];
  /** Same key, same mail: a repeated effect adds nothing. */
  effectKey: string | null;
  /** When it leaves, where that is not the instant of what is recorded. */
  at?: Date;
}

/**
 * Writes one mail to the mail log, in the transaction of what it tells. With SMTP it starts a delivery
 * workflow; the development outbox is its own delivery, so the row is `sent` at once.
 */
export async function queueMessage(
  rec: Recording,
  services: Pick<RecordServices, 'vault' | 'mail' | 'appUrl' | 'programs'>,
  message: MessageToQueue,
): Promise<void> {
  const { at = rec.at } = message;
  const id = randomUUID();
  const dataKey = makeDataKey(rec, services, 'message');
  const { collectedFor = [] } = message;
  const collected = message.to.every((email) => collectedFor.includes(email));
  const immediate = !collected && services.mail.transport.kind === 'mailbox';
  rec.behind.insert('message', {
    id,
    kind: message.kind,
    aboutId: message.aboutId,
    relatedId: message.relatedId ?? null,
    batchId: message.batchId ?? null,
    to: message.to,
    cc: message.cc ?? [],
    subject: subjectOf(mailTexts(services), message.kind, message.data),
    dataKeyId: dataKey.id,
    sealed: services.vault.seal(
      dataKey,
      { table: 'message', rowId: id, field: 'data' },
      JSON.stringify(message.data),
    ),
    collectedFor,
    status: collected ? 'collected' : immediate ? 'sent' : 'queued',
    messageId: `<${id}@${new URL(services.appUrl).hostname}>`,
    effectKey: message.effectKey,
    queuedAt: at,
    sentAt: immediate ? at : null,
  });
  if (collected || immediate || message.batchId) return;
  rec.outbox.start('mailDelivery', mailWorkflowId(id), { v: 1, messageId: id }, { withMessage: id });
}

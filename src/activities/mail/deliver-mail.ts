import { ApplicationFailure } from '@temporalio/activity';
import type { MailStatus } from '../../domain/mail/statuses.js';
import type { RecordServices } from '../../ports/services.js';
import { withKey } from '../../usecases/data-keys.js';
import { renderMessage } from '../../usecases/mail/render-message.js';
import { settled } from '../../usecases/mail/settled.js';
import { stillWanted } from '../../usecases/mail/still-wanted.js';
import { handOver, settleMail } from './hand-over.js';

export interface DeliverMail {
  v: 1;
  messageId: string;
  /** Workflow time, so that a simulated clock shows. */
  at: string;
}

export interface DeliveredMail {
  status: Exclude<MailStatus, 'queued' | 'sending' | 'collected'>;
}

/**
 * Hands one message to the mail server. The row says `sending` before anything leaves, so a crash in between
 * is seen: the next attempt marks it `unknown` and never sends it again. Throws (retried) only when the
 * server certainly did not take it.
 */
export function deliverMail(services: RecordServices) {
  return async ({ messageId, at }: DeliverMail): Promise<DeliveredMail> => {
    const { db } = services;
    const row = await db.message.findUnique({ where: { id: messageId }, include: withKey });
    if (!row) return { status: 'suppressed' };
    if (row.status === 'sending') return settle('sending', 'unknown', 'interrupted');
    if (row.status !== 'queued') return { status: row.status as DeliveredMail['status'] };
    const wanted = await stillWanted(services, row);
    if (wanted === 'unknown') throw ApplicationFailure.retryable('consent cannot be read now', 'no-consent');
    if (wanted !== 'yes') return settle('queued', 'suppressed', wanted);
    const mail = await renderMessage(services, row, at).catch(async (error: Error) => {
      await settle('queued', 'failed', 'not-rendered');
      throw ApplicationFailure.nonRetryable('mail could not be rendered', error.name);
    });
    // Last before it leaves: whatever fails above leaves no doubt about the message.
    const { count } = await db.message.updateMany({
      where: { id: messageId, status: 'queued' },
      data: { status: 'sending', attempts: { increment: 1 } },
    });
    if (count === 0) throw ApplicationFailure.retryable('another attempt has this message', 'mail-taken');
    const outcome = await handOver(services, row, { mail, at: new Date(at) });
    if (outcome === 'retry') {
      throw ApplicationFailure.retryable('the mail server did not take the message', 'mail-retry');
    }
    return { status: outcome === 'rejected' ? 'failed' : outcome };

    async function settle(
      from: 'queued' | 'sending',
      status: DeliveredMail['status'],
      code: string,
    ): Promise<DeliveredMail> {
      const data = settled(status, { code, at: new Date(at) });
      await settleMail(db, { id: messageId, status: from }, data);
      return { status };
    }
  };
}

/** Retries ran out: the server never took it, or it can't be told whether it did. */
export function giveUpMail(services: RecordServices) {
  return async ({ messageId }: DeliverMail): Promise<void> => {
    const { db } = services;
    await db.message.updateMany({ where: { id: messageId, status: 'queued' }, data: { status: 'failed' } });
    await db.message.updateMany({
      where: { id: messageId, status: 'sending' },
      data: { status: 'unknown', code: 'interrupted' },
    });
  };
}

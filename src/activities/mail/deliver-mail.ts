import { ApplicationFailure } from '@temporalio/activity';
import { isPointless } from '../../records/mail/is-pointless.js';
import { renderMessage } from '../../records/mail/render-message.js';
import type { RecordServices } from '../ports.js';

export interface DeliverMail {
  v: 1;
  messageId: string;
  /** Workflow time, so that a simulated clock shows. */
  at: string;
}

export interface DeliveredMail {
  status: 'sent' | 'failed' | 'unknown' | 'suppressed';
}

/**
 * Hands one message to the mail server. The row says `sending` before anything leaves, so a crash in between
 * is seen: the next attempt marks it `unknown` and never sends it again. Throws (retried) only when the
 * server certainly did not take it.
 */
export function deliverMail(services: RecordServices) {
  return async ({ messageId, at }: DeliverMail): Promise<DeliveredMail> => {
    const { db } = services;
    const claimed = await db.message.updateMany({
      where: { id: messageId, status: 'queued' },
      data: { status: 'sending', attempts: { increment: 1 } },
    });
    const row = await db.message.findUnique({ where: { id: messageId } });
    if (!row) return { status: 'suppressed' };
    if (claimed.count === 0) {
      if (row.status !== 'sending') return { status: row.status as DeliveredMail['status'] };
      await settle('unknown', 'interrupted');
      return { status: 'unknown' };
    }
    if (await isPointless(db, row)) {
      await settle('suppressed', 'overtaken');
      return { status: 'suppressed' };
    }
    const mail = await renderMessage(services, row).catch(async (error: Error) => {
      await settle('failed', 'not-rendered');
      throw ApplicationFailure.nonRetryable('mail could not be rendered', error.name);
    });
    const attempt = await services.mail.transport.send({
      ...mail,
      messageId: row.messageId,
      from: services.mail.from,
      to: row.to,
      cc: row.cc,
    });
    switch (attempt.outcome) {
      case 'sent':
        await settle('sent', null);
        return { status: 'sent' };
      case 'rejected':
        await settle('failed', attempt.code);
        return { status: 'failed' };
      case 'unknown':
        await settle('unknown', attempt.code);
        return { status: 'unknown' };
      case 'retry':
        await db.message.update({ where: { id: messageId }, data: { status: 'queued', code: attempt.code } });
        throw ApplicationFailure.retryable('the mail server did not take the message', 'mail-retry');
    }

    async function settle(status: DeliveredMail['status'], code: string | null): Promise<void> {
      await db.message.update({
        where: { id: messageId },
        data: {
          status,
          code,
          // Links in a mail are keys: once sent they are kept nowhere.
          ...(status === 'sent' || status === 'suppressed' ? { sealed: null } : {}),
          ...(status === 'sent' ? { sentAt: new Date(at) } : {}),
        },
      });
    }
  };
}

/** Retries ran out: the server never took it. */
export function giveUpMail(services: RecordServices) {
  return async ({ messageId }: DeliverMail): Promise<void> => {
    await services.db.message.updateMany({
      where: { id: messageId, status: 'queued' },
      data: { status: 'failed' },
    });
  };
}

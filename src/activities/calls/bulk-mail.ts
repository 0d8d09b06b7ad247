import { ApplicationFailure, heartbeat } from '@temporalio/activity';
import { type CallStatus, isLive } from '../../domain/calls/call-status.js';
import { type BulkMail, batchIdOf, writeBatch } from '../../records/calls/bulk-mail.js';
import { mayMail } from '../../records/calls/call-audience.js';
import { renderMessage } from '../../records/mail/render-message.js';
import { patiently } from '../mail/patiently.js';
import type { RecordServices } from '../ports.js';

export interface BulkMailBatch {
  v: 1;
  callId: string;
  bulk: BulkMail;
  /** Workflow time. */
  at: string;
}

/** Writes the ledger rows of a batch. Repeating it adds nobody twice. */
export function prepareBulkMail(services: RecordServices) {
  return async ({ callId, bulk, at }: BulkMailBatch): Promise<{ listeners: number }> => {
    const call = await services.db.call.findUniqueOrThrow({ where: { id: callId } });
    const listeners = await services.db.$transaction(
      (tx) => writeBatch(tx, services, { call, bulk, at: new Date(at) }),
      { maxWait: 10_000, timeout: 5 * 60_000 },
    );
    return { listeners };
  };
}

/**
 * Sends the rows of a batch one after another, with a sign of life for each. Rows a killed attempt left in
 * `sending` become `unknown` and are never sent again; the next attempt goes on with the rest.
 */
export function sendBulkMail(services: RecordServices) {
  return async ({ callId, bulk, at }: BulkMailBatch): Promise<{ sent: number }> => {
    const { db } = services;
    const batchId = batchIdOf(callId, bulk);
    await db.message.updateMany({
      where: { batchId, status: 'sending' },
      data: { status: 'unknown', code: 'interrupted' },
    });
    let sent = 0;
    for (let row = await nextRow(); row; row = await nextRow()) {
      heartbeat({ sent });
      if (!(await isWanted(row.to[0] ?? ''))) {
        await settle(row.id, 'queued', { status: 'suppressed', code: 'not-wanted', sealed: null });
        continue;
      }
      const mail = await renderMessage(services, row);
      await settle(row.id, 'queued', { status: 'sending', attempts: { increment: 1 } });
      const attempt = await services.mail.transport.send({
        ...mail,
        messageId: row.messageId,
        from: services.mail.from,
        to: row.to,
        cc: row.cc,
      });
      switch (attempt.outcome) {
        case 'sent':
          await settle(row.id, 'sending', { status: 'sent', sentAt: new Date(at), sealed: null, code: null });
          sent += 1;
          break;
        case 'rejected':
          await settle(row.id, 'sending', { status: 'failed', code: attempt.code });
          break;
        case 'unknown':
          await settle(row.id, 'sending', { status: 'unknown', code: attempt.code });
          break;
        case 'retry':
          await settle(row.id, 'sending', { status: 'queued', code: attempt.code });
          throw ApplicationFailure.retryable('the mail server did not take the message', 'mail-retry');
      }
    }
    return { sent };

    function nextRow() {
      return db.message.findFirst({
        where: { batchId, status: 'queued' },
        orderBy: [{ attempts: 'asc' }, { id: 'asc' }],
      });
    }

    /** Opted out since, or the call was cancelled: nothing is sent. A cancellation itself still is. */
    async function isWanted(email: string): Promise<boolean> {
      if (!(await mayMail(db, email))) return false;
      if (bulk.kind !== 'call-reminder') return true;
      const call = await db.call.findUnique({ where: { id: callId }, select: { status: true } });
      return call !== null && isLive(call.status as CallStatus);
    }

    function settle(id: string, from: string, data: object) {
      return patiently(() => db.message.updateMany({ where: { id, status: from }, data }));
    }
  };
}

/** Tries ran out: what the server never took is `failed`. */
export function giveUpBulkMail(services: RecordServices) {
  return async ({ callId, bulk }: BulkMailBatch): Promise<void> => {
    await services.db.message.updateMany({
      where: { batchId: batchIdOf(callId, bulk), status: 'queued' },
      data: { status: 'failed' },
    });
  };
}

import { ApplicationFailure, heartbeat } from '@temporalio/activity';
import type { BulkMail } from '../../domain/calls/bulk-mail.js';
import type { RecordServices } from '../../ports/services.js';
import { batchIdOf, writeBatch } from '../../usecases/calls/bulk-mail.js';
import { withKey } from '../../usecases/data-keys.js';
import { recording } from '../../usecases/recording.js';
import { sendBatch } from './send-batch.js';

export interface BulkMailBatch {
  v: 1;
  callId: string;
  bulk: BulkMail;
  /** Workflow time. */
  at: string;
}

/** For thousands of rows. */
const WRITING_MS = 5 * 60_000;

/** Writes the rows of the mail log of a batch. Repeating it adds nobody twice. */
export function prepareBulkMail(services: RecordServices) {
  return async ({ callId, bulk, at }: BulkMailBatch): Promise<{ listeners: number }> => {
    const call = await services.db.call.findUniqueOrThrow({ where: { id: callId }, include: withKey });
    const listeners = await recording(services, (rec) => writeBatch(rec, services, { call, bulk }), {
      at: new Date(at),
      timeout: WRITING_MS,
    });
    return { listeners };
  };
}

/**
 * Sends the rows of a batch, a few at a time. Rows a killed attempt left in `sending` become `unknown` and are
 * never sent again; the next attempt goes on with the rest.
 */
export function sendBulkMail(services: RecordServices) {
  return async ({ callId, bulk, at }: BulkMailBatch): Promise<{ sent: number }> => {
    const batchId = batchIdOf(callId, bulk);
    await services.db.message.updateMany({
      where: { batchId, status: 'sending' },
      data: { status: 'unknown', code: 'interrupted' },
    });
    const { sent, putOff } = await sendBatch(services, {
      batchId,
      sentAt: new Date(at),
      onSent: (sent) => heartbeat({ sent }),
    });
    if (putOff > 0)
      throw ApplicationFailure.retryable('the mail server did not take every message', 'mail-retry');
    return { sent };
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

import { createHash } from 'node:crypto';
import type { RecordServices } from '../../ports/services.js';
import { type Recording, recording } from '../recording.js';

/**
 * Takes in a fact inside of the transaction that marks its delivery as seen: both or neither. Short work on the
 * database only (a row, an outbox entry); the service waits no longer than seconds for its answer.
 */
export type TakeFact<F> = (rec: Recording, fact: F) => Promise<void>;

/** After this the transaction is rolled back, whatever `work` still does, in ms; the engine hears later. */
const PATIENCE = { maxWait: 800, timeout: 1_500, awaitDelivery: false };
/** Zoom waits 3 seconds. Longer than the above, so that what isn't answered well isn't committed either. */
const ANSWER_BY = 2_500;

/** False when the delivery was seen before. Two at once: the second waits for the first. @throws when it failed. */
export function once(
  services: Pick<RecordServices, 'db' | 'relay' | 'clock'>,
  { id, source, at }: { id: string; source: string; at: Date },
  work: (rec: Recording) => Promise<void>,
): Promise<boolean> {
  const take = async (rec: Recording) => {
    const { count } = await rec.tx.webhookDelivery.createMany({
      data: [{ id, source, receivedAt: at }],
      skipDuplicates: true,
    });
    if (count > 0) await work(rec);
    return count > 0;
  };
  return inTime(recording(services, take, PATIENCE));
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too slow')), ANSWER_BY);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Services that send no id send the same bytes again. */
export function deliveryId(source: string, rawBody: Buffer): string {
  return `${source}:${createHash('sha256').update(rawBody).digest('hex')}`;
}

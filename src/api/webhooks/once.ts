import { createHash } from 'node:crypto';
import type { Database, Transaction } from '../../ports/database.js';

/** What to do once the transaction has committed, or nothing. */
export type AfterCommit = (() => void) | null;

/**
 * Takes in a fact inside of the transaction that marks its delivery as seen: both or neither. Short work on the
 * database only (a row, an outbox entry); the service waits no longer than seconds for its answer.
 */
export type TakeFact<F> = (tx: Transaction, fact: F) => Promise<AfterCommit>;

/** After this the transaction is rolled back, whatever `work` still does, in ms. */
const PATIENCE = { maxWait: 800, timeout: 1_500 };
/** Zoom waits 3 seconds. Longer than the above, so that what isn't answered well isn't committed either. */
const ANSWER_BY = 2_500;

/** False when the delivery was seen before. Two at once: the second waits for the first. @throws when it failed. */
export async function once(
  db: Database,
  { id, source, at }: { id: string; source: string; at: Date },
  work: (tx: Transaction) => Promise<AfterCommit>,
): Promise<boolean> {
  const taken = db.$transaction(async (tx) => {
    const { count } = await tx.webhookDelivery.createMany({
      data: [{ id, source, receivedAt: at }],
      skipDuplicates: true,
    });
    return count === 0 ? 'seen' : work(tx);
  }, PATIENCE);
  const after = await inTime(taken);
  if (after === 'seen') return false;
  after?.();
  return true;
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

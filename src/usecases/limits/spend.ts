import type { Limit } from '../../domain/limits.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';

export interface Spent {
  allowed: boolean;
  hits: number;
  until: Date;
  /** Until it is allowed again. */
  seconds: number;
}

/**
 * Counts one try against a limit, in PostgreSQL and by its clock, so that it holds over processes and restarts. Who it
 * was is kept as a keyed digest. Counts that have run out go on the way. `times` widens the limit.
 */
export async function spend(
  { db, vault }: { db: Transaction; vault: RecordServices['vault'] },
  limit: Limit,
  who: string,
  { times = 1 }: { times?: number } = {},
): Promise<Spent> {
  const key = keyOf(vault, limit, who);
  const [row] = await db.$queryRaw<Omit<Spent, 'allowed'>[]>`
    WITH run_out AS (
      DELETE FROM rate_count WHERE key IN (
        SELECT key FROM rate_count WHERE until <= now() AND key <> ${key}
        ORDER BY until LIMIT 10 FOR UPDATE SKIP LOCKED))
    INSERT INTO rate_count AS known (key, hits, until)
    VALUES (${key}, 1, now() + ${limit.windowMs / 1000}::int * interval '1 second')
    ON CONFLICT (key) DO UPDATE SET
      hits = CASE WHEN known.until <= now() THEN 1 ELSE known.hits + 1 END,
      until = CASE WHEN known.until <= now() THEN excluded.until ELSE known.until END
    RETURNING hits, until, ceil(extract(epoch FROM until - now()))::int AS seconds`;
  if (!row) throw new Error('a count answered nothing');
  return { ...row, allowed: row.hits <= limit.most * times };
}

/** A try that was counted before it was known to be a right one. */
export async function giveBack(
  { db, vault }: { db: Transaction; vault: RecordServices['vault'] },
  limit: Limit,
  who: string,
): Promise<void> {
  const where = { key: keyOf(vault, limit, who), hits: { gt: 0 } };
  await db.rateCount.updateMany({ where, data: { hits: { decrement: 1 } } });
}

function keyOf(vault: RecordServices['vault'], limit: Limit, who: string): string {
  return vault.fingerprint('limit', `${limit.name}/${who}`);
}

import type { Transaction } from '../../ports/database.js';

const DAYS = 7;

/** How long the owner of an address may take to say yes. */
export function confirmUntil(askedAt: Date): Date {
  return new Date(askedAt.getTime() + DAYS * 86_400_000);
}

/**
 * Subscriptions their owner has not confirmed in time go, with what a stranger typed. One that is the way out of
 * somebody registered stays for that, its question closed. Answers how many have gone.
 */
export async function dropUnconfirmed(tx: Transaction, now: Date): Promise<number> {
  return tx.$executeRaw`
    WITH late AS (
      SELECT s.id, s.push_seq > 0 OR EXISTS (
        SELECT 1 FROM call_registration r WHERE lower(r.email) = s.email AND r.status = 'approved') AS stays
      FROM subscription s WHERE s.confirm_until < ${now}
      FOR UPDATE SKIP LOCKED),
    closed AS (
      UPDATE subscription SET confirm_token_hash = NULL, confirm_until = NULL
      WHERE id IN (SELECT id FROM late WHERE stays) OR (id IN (SELECT id FROM late) AND status <> 'pending'))
    DELETE FROM subscription WHERE status = 'pending' AND id IN (SELECT id FROM late WHERE NOT stays)`;
}

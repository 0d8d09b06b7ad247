import type { Transaction } from '../../ports/database.js';
import { lockAll } from '../lock.js';
import { sql } from '../sql.js';

/** Ids of requests under a legal hold of their own, or of who asked or supervises. */
export const heldRequests = sql`
  SELECT r.id FROM ta_request r JOIN legal_hold h
    ON h.lifted_at IS NULL AND (h.request_id = r.id OR h.person_id IN (r.requester_id, r.supervisor_id))`;

/** Ids of people under a legal hold. */
export const heldPeople = sql`
  SELECT person_id FROM legal_hold WHERE lifted_at IS NULL AND person_id IS NOT NULL`;

/**
 * No hold is set until this transaction ends: taken by whoever erases before anything is read or locked, for what a hold keeps is
 * found by a statement that doesn't see one set at that very moment. Whoever sets one waits, and finds gone what is gone.
 */
export const withoutNewHolds = (tx: Transaction): Promise<void> =>
  lockAll(tx, [{ kind: 'holds', shared: true }]);

import { sql } from '../sql.js';

/** Ids of requests under a legal hold of their own, or of who asked or supervises. */
export const heldRequests = sql`
  SELECT r.id FROM ta_request r JOIN legal_hold h
    ON h.lifted_at IS NULL AND (h.request_id = r.id OR h.person_id IN (r.requester_id, r.supervisor_id))`;

/** Ids of people under a legal hold. */
export const heldPeople = sql`
  SELECT person_id FROM legal_hold WHERE lifted_at IS NULL AND person_id IS NOT NULL`;

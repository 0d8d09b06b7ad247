import { OPEN_STATUSES } from '../../domain/requests/statuses.js';
import type { Transaction } from '../../ports/database.js';
import { closuresEntered } from '../calendar/load-calendar.js';
import { passedBy } from '../completions/passed-courses.js';
import { isRefusedNow } from '../conduct/active-refusal.js';
import { joined } from '../sql.js';
import { newestSketchKey, type SketchKey } from './sketch.js';

/** What is known of somebody who asks, whom nobody else changes meanwhile. */
export type Known = {
  passed: string[];
  isSentBefore: boolean;
  /** For some calls: what they say of themselves counts there, too. */
  isRegistered: boolean;
  /** A conduct review refuses them assistance at present. */
  isRefused: boolean;
  closures: string;
  sketchKey: SketchKey;
} & (OpenAlready | MayBeNew);

/** `same`: the reference of an open request with the same words. */
type OpenAlready = { same: string; number: null };
/** With a number also where it was sent before: what was may be erased before it is read. */
type MayBeNew = { same: null; number: bigint };

export async function readKnown(
  tx: Transaction,
  { id, personId, fingerprint, at }: { id: string; personId: string; fingerprint: string; at: Date },
): Promise<Known> {
  const [known] = await tx.$queryRaw<[Known]>`
    SELECT found.*, CASE WHEN same IS NULL THEN nextval('ta_request_reference') END AS number
    FROM (SELECT ${passedBy(personId)} AS passed,
      (SELECT reference FROM ta_request WHERE requester_id = ${personId}::uuid AND text_fingerprint = ${fingerprint}
        AND status IN (${joined([...OPEN_STATUSES])}) LIMIT 1) AS same,
      EXISTS (SELECT FROM ta_request WHERE id = ${id}::uuid) AS "isSentBefore",
      EXISTS (SELECT FROM call_registration WHERE person_id = ${personId}::uuid) AS "isRegistered",
      ${isRefusedNow(personId, at)} AS "isRefused",
      ${closuresEntered} AS closures, ${newestSketchKey} AS "sketchKey") found`;
  return known;
}

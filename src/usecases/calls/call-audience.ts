import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';

export interface Listener {
  personId: string;
  email: string;
  name: string;
  /** Whose link leads out of the list; null only where consent is kept elsewhere and no way out was made yet. */
  subscriptionId: string | null;
}

/**
 * Who gets a call's mail: approved registrants of the series who asked for e-mail updates by any of their addresses,
 * confirmed, and have not unsubscribed or been suppressed; a bounce concerns its address, a complaint all of them.
 * Whoever sends asks again for each address. With `personId` only that person.
 */
export async function listenersOf(
  tx: Transaction,
  seriesId: string,
  personId: string | null = null,
): Promise<Listener[]> {
  return tx.$queryRaw<Listener[]>`
    SELECT r.person_id::text AS "personId", r.email, r.name, min(s.id::text) AS "subscriptionId"
    FROM call_registration r
    JOIN person_email e ON e.person_id = r.person_id
    JOIN subscription s ON s.email = e.email
    WHERE r.series_id = ${seriesId} AND r.status = 'approved'
      AND (${personId}::uuid IS NULL OR r.person_id = ${personId}::uuid)
      AND s.status = 'confirmed' AND s.email_updates AND s.suppressed IS NULL
      AND (cardinality(s.lists) = 0 OR ${seriesId} = ANY(s.lists))
      AND NOT EXISTS (SELECT 1 FROM subscription b WHERE b.email = lower(r.email) AND b.suppressed IS NOT NULL)
      AND NOT EXISTS (
        SELECT 1 FROM subscription c JOIN person_email f ON f.email = c.email
        WHERE f.person_id = r.person_id AND c.suppressed = 'complaint')
    GROUP BY r.person_id, r.email, r.name ORDER BY r.email`;
}

/**
 * With contacts kept elsewhere everybody approved may be written to, but for those who said no here; the
 * other place is asked for each address at sending.
 */
export async function registrantsOf(
  tx: Transaction,
  seriesId: string,
  personId: string | null = null,
): Promise<Listener[]> {
  return tx.$queryRaw<Listener[]>`
    SELECT r.person_id::text AS "personId", r.email, r.name, own.id::text AS "subscriptionId"
    FROM call_registration r
    LEFT JOIN subscription own ON own.email = lower(r.email)
    WHERE r.series_id = ${seriesId} AND r.status = 'approved'
      AND (${personId}::uuid IS NULL OR r.person_id = ${personId}::uuid)
      AND own.suppressed IS NULL AND NOT EXISTS (
        SELECT 1 FROM subscription s JOIN person_email e ON e.email = s.email
        WHERE e.person_id = r.person_id AND (s.suppressed = 'complaint'
          OR (s.status = 'unsubscribed' OR NOT s.email_updates) AND NOT EXISTS (
            SELECT 1 FROM subscription later JOIN person_email f ON f.email = later.email
            WHERE f.person_id = r.person_id AND later.status = 'confirmed' AND later.email_updates
              AND later.confirmed_at > coalesce(s.unsubscribed_at, s.confirmed_at, s.created_at)))
      ) ORDER BY r.email`;
}

/** Asked again at sending: still approved, and still wanting mail. */
export async function mayMail(tx: Transaction, email: string, seriesId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ may: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM subscription s
      JOIN person_email e ON e.email = s.email
      JOIN person_email mine ON mine.person_id = e.person_id AND mine.email = ${email.toLowerCase()}
      JOIN call_registration r
        ON r.person_id = e.person_id AND r.series_id = ${seriesId} AND r.status = 'approved'
      WHERE s.status = 'confirmed' AND s.email_updates AND s.suppressed IS NULL
        AND (cardinality(s.lists) = 0 OR ${seriesId} = ANY(s.lists))
    ) AND NOT EXISTS (
      SELECT 1 FROM subscription b WHERE b.suppressed = 'complaint' AND b.email IN (
        SELECT e.email FROM person_email e JOIN person_email mine ON mine.person_id = e.person_id
        WHERE mine.email = ${email.toLowerCase()})
        OR b.suppressed IS NOT NULL AND b.email = ${email.toLowerCase()}
    ) AS may`;
  return row?.may ?? false;
}

/** Asked again at sending where consent is kept elsewhere: put back or revoked since, nobody gets a call's mail. */
export async function isRegistered(tx: Transaction, email: string, seriesId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ registered: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM person_email e JOIN call_registration r
        ON r.person_id = e.person_id AND r.series_id = ${seriesId} AND r.status = 'approved'
      WHERE e.email = ${email.toLowerCase()}
    ) AS registered`;
  return row?.registered ?? false;
}

/**
 * Unsubscribed or suppressed here, which counts whatever is kept elsewhere. The last word of a person counts, by
 * whichever address it was said; a bounce concerns its address, a complaint all of them.
 */
export async function saidNo(tx: Transaction, email: string): Promise<boolean> {
  const address = email.toLowerCase();
  const [row] = await tx.$queryRaw<{ no: boolean }[]>`
    WITH theirs AS (
      SELECT s.* FROM subscription s WHERE s.email = ${address} OR s.email IN (
        SELECT e.email FROM person_email e JOIN person_email mine ON mine.person_id = e.person_id
        WHERE mine.email = ${address})
    )
    SELECT EXISTS (
      SELECT 1 FROM theirs s
      WHERE s.suppressed = 'complaint' OR (s.suppressed IS NOT NULL AND s.email = ${address})
        OR (s.status = 'unsubscribed' OR NOT s.email_updates) AND NOT EXISTS (
          SELECT 1 FROM theirs later WHERE later.status = 'confirmed' AND later.email_updates
            AND later.confirmed_at > coalesce(s.unsubscribed_at, s.confirmed_at, s.created_at))
    ) AS no`;
  return row?.no ?? false;
}

/** The other addresses of the person who has this one. */
export async function otherAddressesOf(tx: Transaction, email: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ email: string }[]>`
    SELECT e.email FROM person_email e JOIN person_email mine ON mine.person_id = e.person_id
    WHERE mine.email = ${email.toLowerCase()} AND e.email <> mine.email ORDER BY e.email`;
  return rows.map((row) => row.email);
}

/**
 * Asked at sending of each mail to listeners, wherever consent is kept. `unknown`: it is kept elsewhere and can't be
 * asked for now.
 */
export async function mayBeMailed(
  { db, contacts }: Pick<RecordServices, 'db' | 'contacts'>,
  { email, callId }: { email: string; callId: string },
): Promise<boolean | 'unknown'> {
  const call = await db.call.findUnique({ where: { id: callId }, select: { seriesId: true } });
  if (!call) return false;
  if (contacts?.kind !== 'nationbuilder') return mayMail(db, email, call.seriesId);
  if (!(await isRegistered(db, email, call.seriesId)) || (await saidNo(db, email))) return false;
  const answer = await contacts.mayMail(email, await otherAddressesOf(db, email));
  return answer === 'unknown' ? 'unknown' : answer === 'yes';
}

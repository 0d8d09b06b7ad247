import type { Transaction } from '../../activities/ports.js';

export interface Listener {
  email: string;
  name: string;
  /** Whose link leads out of the list; null where consent is kept elsewhere. */
  subscriptionId: string | null;
}

/**
 * Who gets a call's mail: approved registrants of the series who asked for e-mail updates, confirmed, and
 * have not unsubscribed or been suppressed. Whoever sends asks again for each address.
 */
export async function listenersOf(tx: Transaction, seriesId: string): Promise<Listener[]> {
  return tx.$queryRaw<Listener[]>`
    SELECT r.email, r.name, min(s.id::text) AS "subscriptionId" FROM call_registration r
    JOIN person_email e ON e.person_id = r.person_id
    JOIN subscription s ON s.email = e.email
    WHERE r.series_id = ${seriesId} AND r.status = 'approved'
      AND s.status = 'confirmed' AND s.email_updates AND s.suppressed IS NULL
      AND (cardinality(s.lists) = 0 OR ${seriesId} = ANY(s.lists))
    GROUP BY r.email, r.name ORDER BY r.email`;
}

/**
 * With contacts kept elsewhere everybody approved may be written to, but for those who said no here; the
 * other place is asked for each address at sending.
 */
export async function registrantsOf(tx: Transaction, seriesId: string): Promise<Listener[]> {
  return tx.$queryRaw<Listener[]>`
    SELECT r.email, r.name, NULL AS "subscriptionId" FROM call_registration r
    WHERE r.series_id = ${seriesId} AND r.status = 'approved' AND NOT EXISTS (
      SELECT 1 FROM subscription s JOIN person_email e ON e.email = s.email
      WHERE e.person_id = r.person_id AND (s.status = 'unsubscribed' OR NOT s.email_updates OR s.suppressed IS NOT NULL)
    ) ORDER BY r.email`;
}

/** Asked again at sending. */
export async function mayMail(tx: Transaction, email: string, seriesId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ may: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM subscription s
      JOIN person_email e ON e.email = s.email
      JOIN person_email mine ON mine.person_id = e.person_id AND mine.email = ${email.toLowerCase()}
      WHERE s.status = 'confirmed' AND s.email_updates AND s.suppressed IS NULL
        AND (cardinality(s.lists) = 0 OR ${seriesId} = ANY(s.lists))
    ) AS may`;
  return row?.may ?? false;
}

/** Unsubscribed or suppressed here, which counts whatever is kept elsewhere. */
export async function saidNo(tx: Transaction, email: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ no: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM subscription s
      JOIN person_email e ON e.email = s.email
      JOIN person_email mine ON mine.person_id = e.person_id AND mine.email = ${email.toLowerCase()}
      WHERE s.status = 'unsubscribed' OR NOT s.email_updates OR s.suppressed IS NOT NULL
    ) AS no`;
  return row?.no ?? false;
}

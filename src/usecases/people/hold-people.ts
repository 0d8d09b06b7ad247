import type { Transaction } from '../../ports/database.js';
import { lock, lockAll, lockRows } from '../lock.js';
import { joined, sql } from '../sql.js';
import { personHeld } from './find-or-create-person.js';

/** More than anybody has. */
export const MOST_ADDRESSES = 20;

/** A person whose record is held, with their addresses. */
export interface HeldPerson {
  id: string;
  mergedIntoId: string | null;
  emails: string[];
}

/**
 * Holds the records of people, of whoever has one of `addresses`, and all their addresses until the transaction ends:
 * nobody finds them by an address, adds one or makes two of them one meanwhile. Who isn't there is left out.
 */
export async function holdPeople(
  tx: Transaction,
  ids: readonly string[],
  addresses: readonly string[] = [],
): Promise<Map<string, HeldPerson>> {
  // From here on nobody's addresses change, so that all of them are locked at once and in one order.
  await lock(tx, 'addresses');
  const known = await tx.personEmail.findMany({ where: { email: { in: [...addresses] } } });
  const all = [...new Set([...ids, ...known.map(({ personId }) => personId)])];
  const theirs = await tx.personEmail.findMany({ where: { personId: { in: all } } });
  const emails = new Set([...addresses, ...theirs.map(({ email }) => email)]);
  await lockAll(tx, [...emails].map(personHeld));
  if (all.length === 0) return new Map();
  const rows = await lockRows<HeldPerson>(tx)`
    SELECT p.id, p.merged_into_id AS "mergedIntoId",
      ARRAY(SELECT email FROM person_email WHERE person_id = p.id ORDER BY email) AS emails
    FROM person p WHERE p.id IN (${joined(all.map((id) => sql`${id}::uuid`))}) ORDER BY p.id FOR UPDATE OF p`;
  return new Map(rows.map((row) => [row.id, row]));
}

import type { Transaction } from '../../ports/database.js';
import { lockAll, lockRows } from '../lock.js';
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
 * Holds the records of people and all their addresses until the transaction ends: nobody finds them by an address, adds
 * one or makes two of them one meanwhile. Who isn't there is left out.
 */
export async function holdPeople(
  tx: Transaction,
  ids: readonly string[],
  addresses: readonly string[] = [],
): Promise<Map<string, HeldPerson>> {
  const held = new Set<string>();
  // Whoever found an address before it was held may have added one: those are held too.
  for (;;) {
    const theirs = await tx.personEmail.findMany({ where: { personId: { in: [...ids] } } });
    const missing = [...new Set([...addresses, ...theirs.map(({ email }) => email)])].filter(
      (email) => !held.has(email),
    );
    if (missing.length === 0) break;
    await lockAll(tx, missing.map(personHeld));
    for (const email of missing) held.add(email);
  }
  const rows = await lockRows<HeldPerson>(tx)`
    SELECT p.id, p.merged_into_id AS "mergedIntoId",
      ARRAY(SELECT email FROM person_email WHERE person_id = p.id ORDER BY email) AS emails
    FROM person p WHERE p.id IN (${joined(ids.map((id) => sql`${id}::uuid`))}) ORDER BY p.id FOR UPDATE OF p`;
  return new Map(rows.map((row) => [row.id, row]));
}

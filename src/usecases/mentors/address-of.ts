import type { Transaction } from '../../ports/database.js';

/** Where somebody is written to: under the address named, as long as it is theirs; else one that is proved. */
export async function addressOf(
  tx: Pick<Transaction, '$queryRaw'>,
  personId: string,
  email: string,
): Promise<{ email: string; name: string }> {
  const [found] = await tx.$queryRaw<[{ email: string; name: string }?]>`
    SELECT e.email, p.name FROM person p JOIN person_email e ON e.person_id = p.id
    WHERE p.id = ${personId}::uuid
    ORDER BY e.email = ${email} DESC, e.verified_at DESC NULLS LAST, e.email LIMIT 1`;
  if (!found) throw new Error('nobody to write to');
  return found;
}

import { accountOf } from '../../domain/people/account-address.schema.js';
import type { Transaction } from '../../ports/database.js';
import type { ByMail } from './resolve-actor.js';

export interface KnownSession {
  id: string;
  began: Date;
  lastUsed: Date;
}

/** Sessions of whoever signs in at one of these addresses. */
export const ofAddresses = (emails: readonly string[]) => ({
  user: { email: { in: emails.map(accountOf) } },
});

async function addressesOf(db: Transaction, actor: ByMail): Promise<string[]> {
  if (actor.kind === 'user') return [actor.email];
  const rows = await db.personEmail.findMany({ where: { personId: actor.id }, select: { email: true } });
  return rows.map(({ email }) => email);
}

const MOST_SHOWN = 50;

/** Where somebody is signed in, the latest first. Wall time. */
export async function sessionsOf({ db }: { db: Transaction }, actor: ByMail): Promise<KnownSession[]> {
  const rows = await db.authSession.findMany({
    where: { ...ofAddresses(await addressesOf(db, actor)), expiresAt: { gt: new Date() } },
    orderBy: { createdAt: 'desc' },
    take: MOST_SHOWN,
    select: { id: true, createdAt: true, usedAt: true },
  });
  return rows.map(({ id, createdAt, usedAt }) => ({ id, began: createdAt, lastUsed: usedAt ?? createdAt }));
}

/** One session of one's own, or all but the one that asks. */
export async function endSessions(
  { db }: { db: Transaction },
  actor: ByMail,
  which: { id: string } | { allBut: string },
): Promise<void> {
  const id = 'id' in which ? which.id : { not: which.allBut };
  await db.authSession.deleteMany({ where: { ...ofAddresses(await addressesOf(db, actor)), id } });
}

import { type Actor, actorRef } from '../../domain/people/actor.js';
import { type Refusal, refuse } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import { lock } from '../lock.js';

export interface Factors {
  /** Since when codes of an app are taken; null: they aren't. */
  app: Date | null;
  passkeys: { id: string; createdAt: Date; usedAt: Date | null }[];
  /** Recovery codes that weren't used yet. */
  codesLeft: number;
}

/** What somebody proves themselves by, beside the mail. */
export async function factorsOf({ db }: { db: Transaction }, actor: Actor): Promise<Factors> {
  const owner = actorRef(actor);
  const [app, passkeys, codesLeft] = await Promise.all([
    db.appFactor.findUnique({ where: { owner }, select: { confirmedAt: true } }),
    db.passkey.findMany({
      where: { owner },
      orderBy: { createdAt: 'asc' },
      select: { id: true, createdAt: true, usedAt: true },
    }),
    db.recoveryCode.count({ where: { owner, usedAt: null } }),
  ]);
  return { app: app?.confirmedAt ?? null, passkeys, codesLeft };
}

/** Recovery codes alone are none: they go with the last of the others. */
export const hasFactor = (services: { db: Transaction }, actor: Actor): Promise<boolean> =>
  ownsFactor(services, actorRef(actor));

/** The same of a reference, `user:<id>` for example. */
export async function ownsFactor({ db }: { db: Transaction }, owner: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ has: boolean }[]>`
    SELECT EXISTS (SELECT FROM app_factor WHERE owner = ${owner} AND confirmed_at IS NOT NULL)
        OR EXISTS (SELECT FROM passkey WHERE owner = ${owner}) AS has`;
  return row?.has === true;
}

/**
 * With all factors of one person held: of two who set up a first one, each by a link alone, one comes first. The other is told
 * to prove it, which the page does that they are led to.
 */
export async function refuseUnlessFirst(
  tx: Transaction,
  actor: Actor,
  first: boolean,
): Promise<Refusal | null> {
  await lock(tx, 'factors', actorRef(actor));
  return first && (await hasFactor({ db: tx }, actor)) ? refuse('factor-there-already') : null;
}

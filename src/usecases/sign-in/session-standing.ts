import { actorRef, isStaff } from '../../domain/people/actor.js';
import { type Standing, standingOf } from '../../domain/people/second-factor.js';
import type { Services } from '../../ports/services.js';
import type { SignedIn } from '../../ports/sign-in-links.js';
import { hasFactor } from '../factors/factors-of.js';
import type { ByMail } from './resolve-actor.js';

/** Where this person's session stands. A factor is asked for in the database only while it hasn't been passed. */
export async function standingIn(
  services: Pick<Services, 'db'>,
  session: SignedIn,
  who: ByMail,
  rules: Parameters<typeof standingOf>[2],
  now: Date,
): Promise<{ standing: Standing; hasFactor: boolean }> {
  const ref = actorRef(who);
  const has = session.passedAs === ref || (await hasFactor(services, who));
  return {
    standing: standingOf(session, { ref, isStaff: isStaff(who), hasFactor: has }, rules, now),
    hasFactor: has,
  };
}

const MINUTE_MS = 60_000;

/** To the minute: when somebody last did something in it. */
export async function noteUse({ db }: Pick<Services, 'db'>, session: SignedIn, now: Date): Promise<void> {
  const before = session.usedAt ?? session.startedAt;
  if (now.getTime() - before.getTime() < MINUTE_MS) return;
  await db.authSession.updateMany({ where: { id: session.sessionId }, data: { usedAt: now } });
}

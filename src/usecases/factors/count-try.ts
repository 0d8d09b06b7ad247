import { LIMITS } from '../../domain/limits.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { tooMany } from '../limits/caller.js';
import { giveBack, spend } from '../limits/spend.js';

/** Counts a code before it is looked at: many at once are no more than five. A right one doesn't count. */
export async function countTry(
  services: Pick<Services, 'db' | 'vault'>,
  actor: Actor,
): Promise<Result<{ wasRight(): Promise<void> }>> {
  const owner = actorRef(actor);
  const { allowed, seconds } = await spend(services, LIMITS.secondFactor, owner);
  if (!allowed) {
    const minutes = Math.max(1, Math.ceil(seconds / 60));
    return { ok: false, problem: tooMany(seconds, 'too-many-codes', { minutes }) };
  }
  return ok({ wasRight: () => giveBack(services, LIMITS.secondFactor, owner) });
}

import type { Limit } from '../../domain/limits.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import type { Refusal } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { tooMany } from './caller.js';
import { spend } from './spend.js';

/**
 * Counts what a person from outside does, about one thing or in all. Refuses `too-many-requests` beyond the limit;
 * null: they may. Staff and keys are not counted.
 */
export async function tooOften(
  services: { db: Transaction; vault: Services['vault'] },
  actor: Actor,
  limit: Limit,
  about = 'all',
): Promise<Refusal | null> {
  if (actor.kind !== 'person') return null;
  const { allowed, seconds } = await spend(services, limit, `${actorRef(actor)}/${about}`);
  if (allowed) return null;
  return { ok: false, problem: tooMany(seconds, 'done-too-often', { times: limit.most, seconds }) };
}

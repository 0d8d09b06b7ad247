import type { Limit } from '../domain/limits.js';
import { type Actor, actorRef } from '../domain/people/actor.js';
import type { Result } from '../domain/result.js';
import type { Transaction } from '../ports/database.js';
import type { Services } from '../ports/services.js';
import { spend } from '../usecases/limits/spend.js';
import { tooMany } from './http/caller.js';

/**
 * Counts what a person from outside does, about one thing or in all. Refuses `too-many-requests` beyond the limit;
 * null: they may. Staff and keys are not counted.
 */
export async function tooOften(
  services: { db: Transaction; vault: Services['vault'] },
  actor: Actor,
  limit: Limit,
  about = 'all',
): Promise<Extract<Result<never>, { ok: false }> | null> {
  if (actor.kind !== 'person') return null;
  const { allowed, seconds } = await spend(services, limit, `${actorRef(actor)}/${about}`);
  if (allowed) return null;
  const detail = `You have done this ${limit.most} times lately. Please go on ${inWords(seconds)}; nothing of before is lost.`;
  return { ok: false, problem: tooMany(detail, seconds) };
}

function inWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 1) return 'in a minute';
  return minutes <= 90 ? `in ${minutes} minutes` : `in ${Math.ceil(minutes / 60)} hours`;
}

import { offeredOnReview } from '../../domain/conduct/decide-review.js';
import type { ReviewDecisionKind } from '../../domain/conduct/review-decisions.js';
import { type Actor, actorRef, roleOf } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { hasSeveralDirectors } from './decide-on-review.js';
import { visibleReview } from './read-review.js';
import { stateOf } from './review-row.js';

/**
 * What somebody may decide about a review now, by the very rules of its process; how long it may refuse; and whether they
 * would decide about a refusal of their own.
 */
export async function offeredTo(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<{ kinds: ReviewDecisionKind[]; longestRefusalDays: number; alone: boolean }>> {
  const found = await visibleReview(services, actor, id);
  if (!found.ok) return found;
  const state = stateOf(found.value);
  const several = await hasSeveralDirectors(services);
  if (!state) return ok({ kinds: [], longestRefusalDays: 0, alone: false });
  const by = { actor: actorRef(actor), role: roleOf(actor), others: several };
  const kinds = offeredOnReview(state, by, services.clock.now().toISOString());
  return ok({
    kinds,
    longestRefusalDays: state.rules.longestRefusalDays,
    alone: !several && state.refusedBy === by.actor,
  });
}

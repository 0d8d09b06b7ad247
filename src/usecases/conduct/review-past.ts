import type { ReviewEventData, ReviewEventType } from '../../domain/conduct/review-state.js';
import { reviewWorkflowId } from '../../domain/conduct/workflow-id.js';
import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { namesOf } from '../requests/read-request.js';

export interface ToldReviewEvent {
  type: ReviewEventType;
  data: ReviewEventData;
  at: string;
  /** Null: nobody by name, it came by itself. */
  name: string | null;
}

/** What became of a review, oldest first; for directors. */
export async function reviewPast(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<ToldReviewEvent[]>> {
  const refused = refuseUnless(actor, 'conduct.review');
  if (refused) return refused;
  const events = await services.db.processEvent.findMany({
    where: { workflowId: reviewWorkflowId(id) },
    orderBy: { seq: 'asc' },
  });
  const names = await namesOf(
    services,
    events.map((event) => event.actor),
  );
  return ok(
    events.map((event) => ({
      type: event.type as ReviewEventType,
      data: event.data as ReviewEventData,
      at: event.at.toISOString(),
      name: names.get(event.actor) ?? null,
    })),
  );
}

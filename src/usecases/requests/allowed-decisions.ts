import { type Actor, actorRef, roleOf } from '../../domain/people/actor.js';
import type { DecisionKind } from '../../domain/requests/decision.schema.js';
import { offeredDecisions } from '../../domain/requests/offered.js';
import type { RequestState } from '../../domain/requests/state.js';
import type { Services } from '../../ports/services.js';
import { currentDraft } from './drafts.js';

/** The decisions this actor can take now about a request they see: what the process would say, asked beforehand. */
export async function allowedDecisions(
  services: Services,
  actor: Actor,
  view: { id: string },
): Promise<DecisionKind[]> {
  const row = await services.db.taRequest.findUniqueOrThrow({ where: { id: view.id } });
  const state = row.processState as unknown as RequestState | null;
  if (!state) return [];
  const draft = await currentDraft(services.db, row);
  return offeredDecisions({
    state,
    actor: actorRef(actor),
    role: roleOf(actor),
    draft,
    reopeningAsked: row.reopeningAskedAt !== null,
    messageWaits: row.messageWaitingSince !== null,
  });
}

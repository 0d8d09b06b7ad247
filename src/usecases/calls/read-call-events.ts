import type { CallEventData, CallEventType } from '../../domain/calls/call-state.js';
import { callWorkflowId } from '../../domain/calls/workflow-id.js';
import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { namesOf } from '../requests/read-request.js';

export interface ToldCallEvent {
  type: CallEventType;
  data: CallEventData;
  /** `user:<id>` and so on; `system`. */
  actor: string;
  /** Null: nobody by name. */
  name: string | null;
  at: Date;
}

/** What happened to a call, newest first. */
export async function readCallEvents(
  services: Services,
  actor: Actor,
  callId: string,
): Promise<Result<ToldCallEvent[]>> {
  const refused = refuseUnless(actor, 'calls.decide');
  if (refused) return refused;
  const events = await services.db.processEvent.findMany({
    where: { workflowId: callWorkflowId(callId) },
    orderBy: { seq: 'desc' },
  });
  const names = await namesOf(
    services,
    events.map((event) => event.actor),
  );
  return ok(
    events.map((event) => ({
      type: event.type as CallEventType,
      data: event.data as CallEventData,
      actor: event.actor,
      name: names.get(event.actor) ?? null,
      at: event.at,
    })),
  );
}

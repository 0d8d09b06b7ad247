import type { Actor } from '../../../../domain/people/actor.js';
import type { DecisionKind } from '../../../../domain/requests/decision.schema.js';
import type { RequestView } from '../../../../domain/requests/view.schema.js';
import { allowedDecisions } from '../../../../usecases/requests/allowed-decisions.js';
import { type StaffFacts, staffFacts } from '../../../../usecases/requests/load-staff-request.js';
import { goesOnAs, mergedInto, type NamedRequest } from '../../../../usecases/requests/merged-requests.js';
import { getRequest } from '../../../../usecases/requests/read-request.js';
import { type EventView, requestEvents } from '../../../../usecases/requests/request-events.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';

export interface StaffRequest extends StaffFacts {
  view: RequestView;
  events: EventView[];
  allowed: DecisionKind[];
  /** The request that goes on for this one, where it was merged. */
  other: NamedRequest | null;
  /** What was merged into this one: its answer covers them. */
  answersToo: NamedRequest[];
}

/** One request with what a decision about it depends on. @throws ProblemError when it isn't there. */
export async function loadRequest(services: AppServices, actor: Actor, id: string): Promise<StaffRequest> {
  const view = unwrap(await getRequest(services, actor, id));
  const { items: events } = unwrap(await requestEvents(services, actor, id));
  const facts = unwrap(await staffFacts(services, actor, view.id));
  const allowed = await allowedDecisions(services, actor, view);
  const other = await goesOnAs(services, actor, view);
  const answersToo = await mergedInto(services, actor, view.id);
  return { ...facts, view, events, allowed, other, answersToo };
}

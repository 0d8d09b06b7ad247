import type { Actor } from '../../domain/people/actor.js';
import type { DeclinePolicy } from '../../domain/requests/decisions/decline.js';
import { type Redirected, type WayOn, waysInstead, waysOf } from '../../domain/requests/destination.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { visibleRequest } from './visible-request.js';

/** Where a redirected or declined request leads; empty for every other one. Refuses `not-found`. */
export async function waysAfterEnd(
  services: Services,
  actor: Actor,
  view: RequestView,
): Promise<Result<WayOn[]>> {
  if (view.status !== 'redirected' && view.status !== 'declined') return ok([]);
  const found = await visibleRequest(services, actor, view.id);
  if (!found.ok) return found;
  const end = await services.db.processEvent.findFirst({
    where: { requestId: view.id, type: view.status },
    orderBy: { id: 'desc' },
  });
  if (!end) return ok([]);
  const { program } = services.programs.current();
  const about = { role: view.requester.role, topics: view.topics };
  return ok(
    view.status === 'redirected'
      ? waysOf(program, about, end.data as unknown as Redirected)
      : waysInstead(program, about, (end.data as { policy: DeclinePolicy }).policy),
  );
}

import { validate as isUuid } from 'uuid';
import type { Actor } from '../../domain/people/actor.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { outsideWalls } from '../walls/hidden-from.js';
import { ASSIGNED_AT_ONCE } from './assign-several.js';
import { toView, viewContext } from './request-view.js';

/** The requests of these ids, as they were chosen; what is no request is left out. For staff. */
export async function chosenRequests(
  services: Services,
  actor: Actor,
  ids: readonly string[],
): Promise<Result<RequestView[]>> {
  const refused = refuseUnless(actor, 'requests.read');
  if (refused) return refused;
  const chosen = [...new Set(ids.filter((id) => isUuid(id)))].slice(0, ASSIGNED_AT_ONCE);
  if (chosen.length === 0) return ok([]);
  const context = await viewContext(services.db, services, actor);
  const rows = await services.db.taRequest.findMany({
    where: { id: { in: chosen, ...outsideWalls(actor) } },
    include: { assignee: true },
  });
  const views = rows.map((row) => toView(row, context));
  return ok(views.sort((a, b) => chosen.indexOf(a.id) - chosen.indexOf(b.id)));
}

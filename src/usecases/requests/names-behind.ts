import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { outsideWalls } from '../walls/hidden-from.js';

/** Names of staff and references of requests, by id. */
export interface NamesBehind {
  staff: Map<string, string>;
  references: Map<string, string>;
}

/** Looks up, once, the names behind the ids of a request's events. */
export async function namesBehind(
  services: Services,
  actor: Actor,
  ids: { staff: string[]; requests: string[] },
): Promise<Result<NamesBehind>> {
  const refused = refuseUnless(actor, 'requests.read');
  if (refused) return refused;
  const [staff, requests] = await Promise.all([
    services.db.staff.findMany({ where: { id: { in: ids.staff } }, select: { id: true, name: true } }),
    services.db.taRequest.findMany({
      where: { id: { in: ids.requests, ...outsideWalls(actor) } },
      select: { id: true, reference: true },
    }),
  ]);
  return ok({
    staff: new Map(staff.map(({ id, name }) => [id, name])),
    references: new Map(requests.map(({ id, reference }) => [id, reference])),
  });
}

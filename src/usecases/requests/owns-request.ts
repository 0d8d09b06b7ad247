import type { Actor } from '../../domain/people/actor.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import type { Services } from '../../ports/services.js';

/** Is this person the requester, rather than the supervisor? */
export async function ownsRequest(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  view: Pick<RequestView, 'id'>,
): Promise<boolean> {
  if (actor.kind !== 'person') return false;
  return (await db.taRequest.count({ where: { id: view.id, requesterId: actor.id } })) > 0;
}

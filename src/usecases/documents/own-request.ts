import type { Actor } from '../../domain/people/actor.js';
import { type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import type { ViewRow } from '../requests/request-view.js';
import { actsForRequester, visibleRequest } from '../requests/visible-request.js';

/** A request whose documents this actor may add and remove: the requester, and staff. Supervisors read only. */
export async function ownRequest(services: Services, actor: Actor, id: string): Promise<Result<ViewRow>> {
  const found = await visibleRequest(services, actor, id);
  if (!found.ok || actsForRequester(actor, found.value).allowed) return found;
  return refuse('only-own-documents');
}

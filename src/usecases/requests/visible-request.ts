import { validate as isUuid } from 'uuid';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { isHiddenFrom } from '../walls/hidden-from.js';
import type { ShownRow, ViewRow } from './request-view.js';

/** Staff see every request that no conflict wall hides from them; people see their own, and the ones they confirmed to supervise. */
export function visibleTo(actor: Actor, row: ShownRow): boolean {
  if (may(actor, 'requests.read')) return !isHiddenFrom(actor, row.id);
  if (actor.kind !== 'person') return false;
  if (row.requesterId === actor.id) return row.requesterConfirmed;
  return row.supervisorId === actor.id && row.supervisorStatus === 'confirmed';
}

/** The request, if it exists for this actor: what they may not see is not there. */
export async function visibleRequest(services: Services, actor: Actor, id: string): Promise<Result<ViewRow>> {
  const missing = refuse('request-not-yours');
  if (!isUuid(id)) return missing;
  const row = await services.db.taRequest.findUnique({
    where: { id },
    include: { assignee: true, ...withKey },
  });
  return row && visibleTo(actor, row) ? ok(row) : missing;
}

/** The requester themself, or staff acting for them (written in the audit as such). */
export function actsForRequester(
  actor: Actor,
  row: ViewRow,
): { allowed: boolean; onBehalfOf: string | null } {
  if (actor.kind === 'person') return { allowed: actor.id === row.requesterId, onBehalfOf: null };
  return { allowed: may(actor, 'requests.act-for-requester'), onBehalfOf: `person:${row.requesterId}` };
}

import type { Actor } from '../../domain/people/actor.js';
import type { RequestStatus } from '../../domain/requests/statuses.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { alikeTo } from './sketch.js';
import { visibleTo } from './visible-request.js';

/** Another request in nearly the same words. */
export interface SimilarRequest {
  id: string;
  reference: string;
  status: RequestStatus;
  percent: number;
  /** Whose it is, seen from the one it is compared with. */
  whose: 'same-person' | 'same-organization' | 'another';
  receivedAt: string;
}

const MOST_SHOWN = 5;

/**
 * Requests in words like this one's, the most alike first: among those that this member of staff may see, and not the
 * ones it was merged with. A hint for staff; people outside are told of none.
 */
export async function similarRequests(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<SimilarRequest[]>> {
  const refused = refuseUnless(actor, 'requests.read');
  if (refused) return refused;
  const least = services.programs.current().program.signals.alikePercent / 100;
  const alike = await alikeTo(services.db, id, least);
  if (alike.length === 0) return ok([]);
  const rows = await services.db.taRequest.findMany({
    where: { id: { in: [id, ...alike.map(({ requestId }) => requestId)] } },
    include: { assignee: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const own = byId.get(id);
  if (!own) return ok([]);
  const others = alike.flatMap(({ requestId, share }) => {
    const row = byId.get(requestId);
    if (!row || !visibleTo(actor, row)) return [];
    if (row.mergedIntoId === id || own.mergedIntoId === row.id) return [];
    return {
      id: row.id,
      reference: row.reference,
      status: row.status as RequestStatus,
      percent: Math.round(share * 100),
      whose: whoseOf(own, row),
      receivedAt: row.receivedAt.toISOString(),
    };
  });
  return ok(others.slice(0, MOST_SHOWN));
}

type Owned = { requesterId: string; organizationId: string | null };

function whoseOf(own: Owned, other: Owned): SimilarRequest['whose'] {
  if (own.requesterId === other.requesterId) return 'same-person';
  const same = own.organizationId !== null && own.organizationId === other.organizationId;
  return same ? 'same-organization' : 'another';
}

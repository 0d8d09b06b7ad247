import type { Actor } from '../../domain/people/actor.js';
import { OPEN_STATUSES } from '../../domain/requests/statuses.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { outsideWalls } from '../walls/hidden-from.js';
import { courtDateOf } from './request-row.js';

export interface OpenRequest {
  id: string;
  reference: string;
  kind: string;
  documentKind: string | null;
  topics: string[];
  courtDate: string | null;
  receivedAt: Date;
}

const MOST = 20;

/** Other open requests of the same person, the oldest first: what a request is merged into nearly always. */
export async function othersOfRequester(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<OpenRequest[]>> {
  const refused = refuseUnless(actor, 'requests.read');
  if (refused) return refused;
  const { requesterId } = await services.db.taRequest.findUniqueOrThrow({
    where: { id },
    select: { requesterId: true },
  });
  const rows = await services.db.taRequest.findMany({
    where: { requesterId, id: { not: id, ...outsideWalls(actor) }, status: { in: OPEN_STATUSES } },
    orderBy: { receivedAt: 'asc' },
    take: MOST,
    select: {
      id: true,
      reference: true,
      kind: true,
      documentKind: true,
      topics: true,
      courtDeadlineDate: true,
      receivedAt: true,
    },
  });
  return ok(
    rows.map(({ courtDeadlineDate, ...row }) => ({ ...row, courtDate: courtDateOf({ courtDeadlineDate }) })),
  );
}

/** The open request of a reference, and whether it is the same person's as request `id`; null: there is none. */
export async function openByReference(
  services: Services,
  actor: Actor,
  { reference, id }: { reference: string; id: string },
): Promise<Result<{ id: string; samePerson: boolean } | null>> {
  const refused = refuseUnless(actor, 'requests.read');
  if (refused) return refused;
  const row = await services.db.taRequest.findFirst({
    where: { reference, status: { in: OPEN_STATUSES }, id: outsideWalls(actor) },
    select: { id: true, requesterId: true },
  });
  const own = await services.db.taRequest.findUniqueOrThrow({ where: { id }, select: { requesterId: true } });
  return ok(row && { id: row.id, samePerson: row.requesterId === own.requesterId });
}

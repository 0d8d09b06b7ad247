import { validate as isUuid } from 'uuid';
import type { Actor } from '../../domain/people/actor.js';
import { OPEN_STATUSES, type RequestStatus } from '../../domain/requests/statuses.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { IsoDate } from '../../domain/time/instant.js';
import type { Database, Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { outsideWalls } from '../walls/hidden-from.js';

/** As many as are handed over at once; what is left is offered next. */
export const MOVED_AT_ONCE = 50;

export interface Work {
  person: { id: string; name: string; email: string };
  /** Open, or answered with a follow-up question that is not. */
  requests: { id: string; reference: string; status: RequestStatus; followUp: boolean }[];
  tasks: { id: string; requestId: string; reference: string; dueOn: IsoDate }[];
  /** All there is; of more than are shown the first are. */
  count: number;
}

const ofRequests = (assigneeId: string) => ({
  assigneeId,
  OR: [
    { status: { in: [...OPEN_STATUSES] } },
    { status: 'responded', followUpAskedAt: { not: null }, followUpAnsweredAt: null },
  ],
});

/** What is open of somebody's: what is to be handed over before they go. */
export async function countWork(
  tx: Database | Transaction,
  staffId: string,
  seen: { notIn?: string[] } = {},
): Promise<number> {
  const requests = await tx.taRequest.count({ where: { ...ofRequests(staffId), id: seen } });
  const tasks = { assigneeId: staffId, status: 'open', requestId: seen };
  return requests + (await tx.requestTask.count({ where: tasks }));
}

/** What is open of somebody's, the most pressing first. */
export async function workOf(services: Services, actor: Actor, staffId: string): Promise<Result<Work>> {
  const refused = refuseUnless(actor, 'work.reassign');
  if (refused) return refused;
  const { db } = services;
  const seen = outsideWalls(actor);
  const person = isUuid(staffId) ? await db.staff.findUnique({ where: { id: staffId } }) : null;
  if (!person) return refuse('no-such-colleague');
  const requests = await db.taRequest.findMany({
    where: { ...ofRequests(staffId), id: seen },
    orderBy: [{ targetAt: { sort: 'asc', nulls: 'last' } }, { receivedAt: 'asc' }, { id: 'asc' }],
    take: MOVED_AT_ONCE,
    select: { id: true, reference: true, status: true },
  });
  const tasks = await db.requestTask.findMany({
    where: { assigneeId: staffId, status: 'open', requestId: seen },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: MOVED_AT_ONCE - requests.length,
    include: { request: { select: { reference: true } } },
  });
  return ok({
    person: { id: person.id, name: person.name, email: person.email },
    requests: requests.map(({ status, ...row }) => ({
      ...row,
      status: status as RequestStatus,
      followUp: status === 'responded',
    })),
    tasks: tasks.map(({ id, requestId, request, dueOn }) => ({
      id,
      requestId,
      reference: request.reference,
      dueOn: dueOn.toISOString().slice(0, 10),
    })),
    count: await countWork(db, staffId, seen),
  });
}

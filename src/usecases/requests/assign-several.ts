import { requestDue } from '../../domain/absences/goes-over.js';
import { takerOf } from '../../domain/absences/taker-of.js';
import type { Actor } from '../../domain/people/actor.js';
import { isStaff } from '../../domain/people/actor.js';
import { ok, type Problem, type Result, refuse, refuseFor, wrongAt } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { givenTo } from '../absences/work-meanwhile.js';
import { followingCommand } from '../following-command.js';
import { outsideWalls } from '../walls/hidden-from.js';
import { decideRequest } from './decide-request.js';

/** As many requests as a page of the queue has. */
export const ASSIGNED_AT_ONCE = 50;
/** Each waits for its own process; so many do side by side. */
const SIDE_BY_SIDE = 5;

/** What became of one of them: `already`, it was theirs before and nothing was done. */
export interface AssignedOne {
  id: string;
  reference: string;
  outcome: 'assigned' | 'already' | 'refused';
  /** Who has it now; null where it was refused. */
  to: string | null;
  /** Why it was refused. */
  problem?: Problem;
}

/**
 * Gives several requests to one of the staff: a decision for each, made and refused as if it stood alone. The same
 * command sent again is the same decisions. Refuses as a whole only what is wrong for all, and `unavailable`: some may be done.
 */
export async function assignSeveral(
  services: Services,
  actor: Actor,
  { requests, to, orStandIn }: { requests: readonly string[]; to: string; orStandIn?: boolean | undefined },
  commandId: string,
): Promise<Result<AssignedOne[]>> {
  if (!isStaff(actor)) return refuse('only-staff-decide');
  const ids = [...new Set(requests)];
  if (ids.length > ASSIGNED_AT_ONCE) return refuse('too-many-assigned', { most: ASSIGNED_AT_ONCE });
  const given = await givenTo(services, to);
  if (!given) return refuse('nobody-on-staff', [wrongAt('/to', 'active-staff')]);
  const rows = await services.db.taRequest.findMany({
    where: { id: { in: ids, ...outsideWalls(actor) } },
    select: {
      ...{ id: true, reference: true, assigneeId: true },
      ...{ status: true, targetAt: true, dueAt: true, followUpDueAt: true },
    },
  });
  const one = async (row: (typeof rows)[number]): Promise<AssignedOne> => {
    const { id, reference } = row;
    const taker = takerOf(given, { orStandIn, due: requestDue(row), by: actor });
    const { name } = taker;
    if (row.assigneeId === taker.assigneeId) return { id, reference, outcome: 'already', to: name };
    const command = { commandId: followingCommand(commandId, id) };
    const decided = await decideRequest(
      services,
      actor,
      id,
      { kind: 'assign', to, orStandIn: taker.insteadOf !== undefined },
      command,
    );
    return decided.ok
      ? { id, reference, outcome: 'assigned', to: name }
      : { id, reference, outcome: 'refused', to: null, problem: decided.problem };
  };
  const done: AssignedOne[] = [];
  for (let from = 0; from < rows.length; from += SIDE_BY_SIDE) {
    done.push(...(await Promise.all(rows.slice(from, from + SIDE_BY_SIDE).map(one))));
  }
  // Sent again, the same command finds those that are done already, and does the rest.
  const away = done.find(({ problem }) => problem?.reason === 'not-carried-out-now')?.problem;
  if (away) return refuseFor(away);
  // As they were chosen.
  return ok(done.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)));
}

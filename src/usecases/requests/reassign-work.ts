import { requestDue, type WorkDue } from '../../domain/absences/goes-over.js';
import { takerOf } from '../../domain/absences/taker-of.js';
import type { Actor } from '../../domain/people/actor.js';
import type { Decision } from '../../domain/requests/decision.schema.js';
import { roleMayDecide } from '../../domain/requests/offered.js';
import { ok, type Problem, type Result, refuse, refuseFor, wrongAt } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { dayOf } from '../absences/absence-row.js';
import { followingCommand } from '../following-command.js';
import { activeColleagues } from '../people/colleagues.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { outsideWalls } from '../walls/hidden-from.js';
import { decideRequest } from './decide-request.js';
import { SPREAD } from './spread.js';
import { MOVED_AT_ONCE } from './work-of-person.js';

/** Each waits for its own process; so many do side by side. */
const SIDE_BY_SIDE = 5;

/**
 * What became of a request or a task: `already`, somebody else had it by then; `stays`, whoever was chosen is away and it would
 * go to whom it is taken from, who stands in. Nothing was done then.
 */
export interface Moved {
  requestId: string;
  reference: string;
  what: 'request' | 'task';
  outcome: 'moved' | 'already' | 'stays' | 'refused';
  /** Who has it now. */
  to: string | null;
  problem?: Problem;
}

interface Asked {
  /** Whose work it is: a staff id. */
  from: string;
  /** E-mail of somebody on staff, or `spread`. */
  to: string;
  requests: readonly string[];
  tasks: readonly string[];
}

/**
 * Hands somebody's requests and tasks to another, or to several by how much they have: a decision for each, made and
 * refused as if it stood alone. What failed stays theirs, and is offered again. Refuses as a whole only what is wrong
 * for all, and `unavailable`: some may be done.
 */
export async function reassignWork(
  services: Services,
  actor: Actor,
  { from, to, ...chosen }: Asked,
  commandId: string,
): Promise<Result<Moved[]>> {
  const refused = refuseUnless(actor, 'work.reassign');
  if (refused) return refused;
  const [requestIds, taskIds] = [[...new Set(chosen.requests)], [...new Set(chosen.tasks)]];
  if (requestIds.length + taskIds.length > MOVED_AT_ONCE) {
    return refuse('too-many-assigned', { most: MOVED_AT_ONCE });
  }
  const colleagues = await activeColleagues(services, actor);
  if (!colleagues.ok) return colleagues;
  const others = colleagues.value.filter(({ id }) => id !== from);
  const takers =
    to === SPREAD
      ? others.filter(({ role, away }) => away === null && roleMayDecide(role, 'draft-response'))
      : others.filter(({ email }) => email === to);
  if (takers.length === 0) return refuse('nobody-on-staff', [wrongAt('/to', 'active-staff')]);
  const next = byLoad(takers);
  const seen = outsideWalls(actor);
  const requests = await services.db.taRequest.findMany({
    where: { id: { in: requestIds, ...seen } },
    select: {
      ...{ id: true, reference: true, assigneeId: true, assignee: { select: { name: true } } },
      ...{ status: true, targetAt: true, dueAt: true, followUpDueAt: true },
    },
    orderBy: [{ targetAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  });
  const tasks = await services.db.requestTask.findMany({
    where: { id: { in: taskIds }, requestId: seen },
    include: { request: { select: { reference: true } }, assignee: { select: { name: true } } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  });
  const work: Job[] = [
    ...requests.map(({ id, reference, assigneeId, assignee, ...dates }) => ({
      what: 'request' as const,
      id,
      requestId: id,
      reference,
      theirs: assigneeId === from,
      has: assignee?.name ?? null,
      due: requestDue(dates),
      decision: (given: GivenAs): Decision => ({ kind: 'assign', ...given }),
    })),
    ...tasks.map(({ id, requestId, request, assigneeId, assignee, status, dueOn }) => ({
      what: 'task' as const,
      id,
      requestId,
      reference: request.reference,
      theirs: assigneeId === from && status === 'open',
      has: status === 'open' ? assignee.name : null,
      due: { on: dayOf(dueOn) },
      decision: (given: GivenAs): Decision => ({ kind: 'change-task', task: id, ...given }),
    })),
  ];
  const planned = work.map((job) => ({ job, to: job.theirs ? next() : null }));
  const one = async ({ job, to }: (typeof planned)[number]): Promise<Moved> => {
    const { requestId, reference, what } = job;
    if (!to) return { requestId, reference, what, outcome: 'already', to: job.has };
    const taker = takerOf(to, { due: job.due, by: actor });
    if (taker.assigneeId === from) return { requestId, reference, what, outcome: 'stays', to: taker.name };
    const decision = job.decision({ to: to.email, orStandIn: taker.insteadOf !== undefined });
    const command = { commandId: followingCommand(commandId, job.id) };
    const decided = await decideRequest(services, actor, requestId, decision, command);
    return decided.ok
      ? { requestId, reference, what, outcome: 'moved', to: taker.name }
      : { requestId, reference, what, outcome: 'refused', to: null, problem: decided.problem };
  };
  const done: Moved[] = [];
  for (let at = 0; at < planned.length; at += SIDE_BY_SIDE) {
    done.push(...(await Promise.all(planned.slice(at, at + SIDE_BY_SIDE).map(one))));
  }
  // Sent again, the same command finds what was moved already, and does the rest.
  const away = done.find(({ problem }) => problem?.reason === 'not-carried-out-now')?.problem;
  return away ? refuseFor(away) : ok(done);
}

interface GivenAs {
  to: string;
  orStandIn: boolean;
}

interface Job {
  what: Moved['what'];
  id: string;
  requestId: string;
  reference: string;
  /** Still of whoever it is taken from. */
  theirs: boolean;
  /** Who has it. */
  has: string | null;
  due: WorkDue;
  decision: (given: GivenAs) => Decision;
}

/** Whoever has least is next; of two the first by name. */
function byLoad<P extends { open: number }>(people: readonly P[]): () => P {
  const loads = people.map((person) => ({ person, has: person.open }));
  return () => {
    const [least] = loads.toSorted((a, b) => a.has - b.has);
    if (!least) throw new Error('nobody to give it to');
    least.has += 1;
    return least.person;
  };
}

import { type Actor, isStaff } from '../../domain/people/actor.js';
import type { TaskStatus } from '../../domain/requests/tasks.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Instant, IsoDate } from '../../domain/time/instant.js';
import type { Services } from '../../ports/services.js';
import { todayOf } from '../calendar/today-of.js';
import { openCaseText } from './case-text.js';
import { logAccess } from './read-request.js';
import { visibleRequest } from './visible-request.js';

/** A follow-up task as staff read it. */
export interface Task {
  id: string;
  what: string;
  assignee: { id: string; name: string; email: string };
  dueOn: IsoDate;
  status: TaskStatus;
  addedAt: Instant;
  endedAt: Instant | null;
}

/** As many of those that are done as are shown. */
const MOST_ENDED = 20;

/** The tasks of a request: all that are open, what is due first before the rest, then those that ended last. */
export async function tasksOf(services: Services, actor: Actor, id: string): Promise<Result<Task[]>> {
  if (!isStaff(actor)) return refuse('request-not-yours');
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const row = found.value;
  const tasks = { where: { requestId: row.id }, include: { assignee: true } };
  const open = await services.db.requestTask.findMany({
    where: { ...tasks.where, status: 'open' },
    include: tasks.include,
    orderBy: [{ dueOn: 'asc' }, { addedAt: 'asc' }],
  });
  const ended = await services.db.requestTask.findMany({
    where: { ...tasks.where, status: { not: 'open' } },
    include: tasks.include,
    orderBy: [{ endedAt: 'desc' }, { id: 'asc' }],
    take: MOST_ENDED,
  });
  const rows = [...open, ...ended];
  if (rows.length === 0) return ok([]);
  const texts = await services.db.caseText.findMany({
    where: { id: { in: rows.map(({ textId }) => textId) } },
  });
  await logAccess(services, actor, row.id, 'request');
  return ok(
    rows.map(({ textId, assignee, ...task }) => {
      const text = texts.find((one) => one.id === textId);
      return {
        id: task.id,
        what: text ? openCaseText(services, row, text) : '',
        assignee: { id: assignee.id, name: assignee.name, email: assignee.email },
        dueOn: dayOf(task.dueOn),
        status: task.status as TaskStatus,
        addedAt: task.addedAt.toISOString(),
        endedAt: task.endedAt?.toISOString() ?? null,
      };
    }),
  );
}

/** A task without what is to be done: that is read on the request's page. */
export interface TaskInShort {
  id: string;
  requestId: string;
  reference: string;
  dueOn: IsoDate;
  overdue: boolean;
}

/** As many as the queue names one by one. */
const MOST_NAMED = 20;

/** Open tasks of whoever asks, what is due first before the rest. */
export async function myTasks(
  services: Services,
  actor: Actor,
): Promise<Result<{ items: TaskInShort[]; count: number }>> {
  if (!isStaff(actor)) return refuse('only-staff-decide');
  if (actor.kind !== 'user') return ok({ items: [], count: 0 });
  const where = { assigneeId: actor.id, status: 'open' };
  const [rows, count] = await Promise.all([
    services.db.requestTask.findMany({
      where,
      include: { request: { select: { reference: true } } },
      orderBy: [{ dueOn: 'asc' }, { addedAt: 'asc' }, { id: 'asc' }],
      take: MOST_NAMED,
    }),
    services.db.requestTask.count({ where }),
  ]);
  const today = todayOf(services);
  const items = rows.map(({ id, requestId, request, dueOn }) => ({
    id,
    requestId,
    reference: request.reference,
    dueOn: dayOf(dueOn),
    overdue: dayOf(dueOn) < today,
  }));
  return ok({ items, count });
}

const dayOf = (date: Date): IsoDate => date.toISOString().slice(0, 10);

/** How many of a request's are open: nothing of them is read. */
export async function countOpenTasks(services: Services, actor: Actor, id: string): Promise<Result<number>> {
  if (!isStaff(actor)) return refuse('request-not-yours');
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  return ok(await services.db.requestTask.count({ where: { requestId: found.value.id, status: 'open' } }));
}

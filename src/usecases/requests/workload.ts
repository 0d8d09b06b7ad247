import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { type Away, awayNow } from '../absences/away-now.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { joined, named, type Sql, sql } from '../sql.js';
import { notHidden } from '../walls/hidden-from.js';
import { filtersOf } from './list-filters.js';
import type { ListQuery } from './list-query.schema.js';
import { viewContext } from './request-view.js';

type Asked = Omit<Partial<ListQuery>, 'assignee' | 'taskOf'>;

/** What is counted of each person's requests, as the list is asked for it: a number and its list can't differ. */
export const OF_REQUESTS = {
  open: { status: ['open'] },
  inProgress: { status: ['in-progress'] },
  inReview: { status: ['in-review'] },
  waiting: { status: ['awaiting-prerequisites', 'awaiting-information'] },
  overdue: { status: ['open'], due: 'overdue' },
  week: { status: ['open'], due: 'week' },
  nextWeek: { status: ['open'], due: 'next-week' },
  followUps: { status: ['follow-up-open'] },
} as const satisfies Record<string, Asked>;

/** Of the requests with a task of theirs, whosever they are. */
export const OF_TASKS = { withTasks: {}, tasksDue: { tasks: 'due' } } as const satisfies Record<
  string,
  Asked
>;

export type RequestCount = keyof typeof OF_REQUESTS;
export type TaskCount = keyof typeof OF_TASKS;

export interface PersonWorkload {
  /** Null: what nobody has. */
  person: { id: string; name: string; email: string; active: boolean; away: Away | null } | null;
  counts: Record<RequestCount | TaskCount, number>;
}

/** Who has how much, and by when: everybody on staff who may sign in, whoever left with work, and what nobody has. */
export async function workload(services: Services, actor: Actor): Promise<Result<PersonWorkload[]>> {
  const refused = refuseUnless(actor, 'work.reassign');
  if (refused) return refused;
  const context = await viewContext(services.db, services, actor);
  const where = (query: Asked): Sql => {
    const all = filtersOf({ sort: 'target', ...query } as ListQuery, actor, context);
    return all.length > 0 ? joined(all, ' AND ') : sql`TRUE`;
  };
  const counts = Object.entries(OF_REQUESTS).map(
    ([name, query]) => sql`(count(*) FILTER (WHERE ${where(query)}))::int AS ${named(`"${name}"`)}`,
  );
  const today = context.calendar.dateOf(context.now);
  const { db } = services;
  const [staff, held, tasks] = await Promise.all([
    db.staff.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
    db.$queryRaw<Counted<RequestCount>[]>`
      SELECT r.assignee_id::text AS "staffId", ${joined(counts)} FROM ta_request r
      WHERE (${where({ status: ['open'] })} OR ${where({ status: ['follow-up-open'] })}) AND ${notHidden(actor)} GROUP BY r.assignee_id`,
    db.$queryRaw<Counted<TaskCount>[]>`
      SELECT t.assignee_id::text AS "staffId", count(DISTINCT t.request_id)::int AS "withTasks",
        (count(DISTINCT t.request_id) FILTER (WHERE t.due_on <= ${today}::date))::int AS "tasksDue"
      FROM request_task t WHERE t.status = 'open' AND ${notHidden(actor, sql`t.request_id`)} GROUP BY t.assignee_id`,
  ]);
  const away = await awayNow(db, new Date(context.now));
  const countsOf = (id: string | null) => ({
    ...NOTHING,
    ...held.find(({ staffId }) => staffId === id),
    ...tasks.find(({ staffId }) => staffId === id),
  });
  const people = staff.map(({ id, name, email, active }) => ({
    person: { id, name, email, active, away: away.get(id) ?? null },
    counts: countsOf(id),
  }));
  const shown = people.filter(
    ({ person, counts: { open, followUps, withTasks } }) => person.active || open + followUps + withTasks > 0,
  );
  return ok([...shown, { person: null, counts: countsOf(null) }]);
}

type Counted<K extends string> = { staffId: string | null } & Record<K, number>;

const NOTHING = Object.fromEntries(
  [...Object.keys(OF_REQUESTS), ...Object.keys(OF_TASKS)].map((name) => [name, 0]),
) as PersonWorkload['counts'];

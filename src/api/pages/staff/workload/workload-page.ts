import type { RequestHandler } from 'express';
import {
  OF_REQUESTS,
  OF_TASKS,
  type PersonWorkload,
  type RequestCount,
  type TaskCount,
  workload,
} from '../../../../usecases/requests/workload.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import { awayWords } from '../absences/away-words.js';
import { PLAIN, type QueueQuery, queueHref } from '../queue/queue-query.js';
import { staffUser } from '../require-staff.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';

const COLUMNS = [
  ...(Object.keys(OF_REQUESTS) as RequestCount[]),
  ...(Object.keys(OF_TASKS) as TaskCount[]),
] as const;

/** What the queue shows of each number: the same that was counted. */
const VIEW: Record<RequestCount | TaskCount, Partial<QueueQuery>> = {
  open: {},
  inProgress: { status: 'in-progress' },
  inReview: { status: 'in-review' },
  waiting: { status: 'waiting' },
  overdue: { due: 'overdue' },
  week: { due: 'week' },
  nextWeek: { due: 'next-week' },
  followUps: { status: 'follow-up-open' },
  withTasks: { status: 'any' },
  tasksDue: { status: 'any', tasks: 'due' },
};

/** `/staff/workload`: who has how much, and by when; each number leads to what it counts. */
export function workloadPage(services: AppServices): RequestHandler {
  return async (req, res) => {
    const { workload: text } = req.texts.staff.desk;
    const people = unwrap(await workload(services, staffUser(req.actor)));
    renderStaff(res, 'workload/workload.njk', {
      section: 'workload',
      wide: true,
      title: text.title,
      text,
      columns: COLUMNS.map((name) => text.columns[name]),
      rows: people.map((row) => ({
        name: row.person === null ? text.nobody : row.person.name,
        away: awayWords(req.texts, row.person?.away ?? null),
        left: row.person?.active === false ? text.left : null,
        move:
          row.person && row.counts.open + row.counts.followUps + row.counts.withTasks > 0
            ? { href: staffPaths.desk('colleagues/:id/reassign', row.person.id), text: text.move }
            : null,
        cells: COLUMNS.map((name) => ({
          label: text.columns[name],
          value: row.counts[name],
          href: row.counts[name] > 0 ? hrefOf(row, name) : null,
          alarm: name === 'overdue' && row.counts[name] > 0,
        })),
      })),
    });
  };
}

function hrefOf({ person }: PersonWorkload, name: RequestCount | TaskCount): string {
  const whose: Partial<QueueQuery> =
    name in OF_TASKS
      ? { tab: 'all', taskOf: person?.email ?? '' }
      : person
        ? { tab: 'all', assignee: person.email }
        : { tab: 'unassigned' };
  return queueHref(staffPaths.queue, { ...PLAIN, ...whose, ...VIEW[name] });
}

import type { RequestHandler } from 'express';
import type { Services } from '../../../../activities/ports.js';
import type { Cell } from '../../../../domain/reports/breakdown.js';
import {
  PERIOD_DAYS,
  readServiceLevels,
  type ServiceLevelsView,
} from '../../../service-levels/read-service-levels.js';
import { numbersText as text } from '../../../text/staff-admin.js';
import { queueText } from '../../../text/staff-queue.js';
import { deskNumbers } from '../queue/queue-numbers.js';
import { queueHref, readQueueQuery } from '../queue/queue-query.js';
import { staffUser } from '../require-staff.js';
import { renderStaff } from '../staff-page.js';
import { staffPaths } from '../staff-paths.js';
import { loadByPerson } from './load-by-person.js';
import { received } from './received-by.js';

/** `/staff/numbers`: backlog, who holds what, medians and the promise, on one page. */
export function numbersPage(services: Services): RequestHandler {
  return async (req, res) => {
    const me = staffUser(req.actor);
    const { program } = services.programs.current();
    const [numbers, levels, people, arrived] = await Promise.all([
      deskNumbers(services, me.id),
      readServiceLevels(services),
      loadByPerson(services),
      received(services, PERIOD_DAYS),
    ]);
    const { query } = readQueueQuery({ tab: 'all' });
    renderStaff(res, 'numbers/numbers.njk', {
      section: 'numbers',
      title: text.title,
      text,
      now: services.clock.now(),
      headline: [
        { label: text.open, value: numbers.open },
        { label: text.overdue, value: numbers.overdue },
        { label: text.receivedThisMonth, value: arrived.thisMonth },
        { label: text.share, value: percent(levels.shareWithinPromise) },
        { label: text.median, value: number(levels.medianBusinessDays) },
      ],
      overdueMeans: text.overdueMeans,
      breakdowns: [
        {
          id: 'by-state',
          title: text.byState,
          rows: arrived.byState.map((cell) => cellRow(cell, (id) => id)),
        },
        {
          id: 'by-topic',
          title: text.byTopic,
          rows: arrived.byTopic.map((cell) =>
            cellRow(cell, (id) => program.topics.find((topic) => topic.id === id)?.label ?? id),
          ),
        },
      ],
      receivedIntro: text.receivedIntro(levels.periodDays),
      figures: [
        { label: text.escalated, value: numbers.escalated },
        { label: text.week, value: numbers.week },
        { label: text.waiting, value: numbers.waiting },
        { label: text.unassigned, value: numbers.unassigned },
      ],
      promise: promiseRows(levels),
      intro: text.intro(levels.periodDays, levels.promiseBusinessDays),
      people: people.map((row) => ({
        ...row,
        name: row.name ?? queueText.nobody,
        href: row.email
          ? queueHref(staffPaths.queue, { ...query, assignee: row.email })
          : queueHref(staffPaths.queue, { ...query, tab: 'unassigned' }),
      })),
    });
  };
}

const number = (value: number | null) => (value === null ? text.tooFew : value.toLocaleString('en-US'));
const percent = (value: number | null) => (value === null ? text.tooFew : `${Math.round(value * 100)}%`);

function cellRow({ key, count }: Cell, label: (id: string) => string): { label: string; value: string } {
  return { label: key === null ? text.smallGroups : label(key), value: number(count) };
}

/** All answers beside the urgent ones; fewer than five are not said. */
export function promiseRows(levels: ServiceLevelsView): { label: string; all: string; urgent: string }[] {
  return [
    { label: text.answered, all: number(levels.answered), urgent: number(levels.urgent.answered) },
    {
      label: text.median,
      all: number(levels.medianBusinessDays),
      urgent: number(levels.urgent.medianBusinessDays),
    },
    {
      label: text.share,
      all: percent(levels.shareWithinPromise),
      urgent: percent(levels.urgent.shareWithinPromise),
    },
  ];
}

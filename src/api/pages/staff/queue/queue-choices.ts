import { REQUEST_STATUSES } from '../../../../domain/requests/statuses.js';
import type { DeskNumbers } from '../../../../usecases/requests/desk-numbers.js';
import { WAITS_FOR_STAFF } from '../../../../usecases/requests/list-query.schema.js';
import type { Texts } from '../../../text/texts.js';
import { QUEUE_DUES, QUEUE_SORTS, QUEUE_TABS, type QueueQuery, queueHref } from './queue-query.js';

interface Choice {
  value: string;
  text: string;
}

/** What the filters offer. */
export function queueChoices(
  texts: Texts,
  staff: readonly { name: string; email: string }[],
): Record<string, Choice[]> {
  const { queue: t, statuses } = texts.staff;
  return {
    statuses: [
      { value: 'open', text: t.status.open },
      { value: 'waiting', text: t.status.waiting },
      ...WAITS_FOR_STAFF.map((value) => ({ value, text: t.status[value] })),
      { value: 'any', text: t.status.any },
      ...REQUEST_STATUSES.map((value) => ({ value, text: statuses[value] })),
    ],
    assignees: [
      { value: '', text: t.assignee.anyone },
      ...staff.map(({ name, email }) => ({ value: email, text: name })),
    ],
    dues: [{ value: '', text: t.due.any }, ...QUEUE_DUES.map((value) => ({ value, text: t.due[value] }))],
    sorts: QUEUE_SORTS.map((value) => ({ value, text: t.sort.options[value] })),
  };
}

/** Tabs with counts; what is narrowed down stays narrowed down, the page goes back to the first. */
export function queueTabs(texts: Texts, base: string, query: QueueQuery, numbers: DeskNumbers) {
  const { tabs } = texts.staff.queue;
  const counts = {
    mine: numbers.mine,
    review: numbers.review,
    unassigned: numbers.unassigned,
    all: numbers.open,
  };
  return QUEUE_TABS.map((tab) => ({
    text: `${tabs[tab]} (${counts[tab]})`,
    href: queueHref(base, query, { tab, trail: [], ...(tab === 'all' ? {} : { assignee: '' }) }),
    active: tab === query.tab,
  }));
}

/** The director's numbers; each leads to what it counts. */
export function numberLinks(texts: Texts, base: string, mailHref: string, numbers: DeskNumbers) {
  const t = texts.staff.queue;
  const all = (search: string) => `${base}?tab=all${search}`;
  return [
    { text: t.numbers.open, value: numbers.open, href: all(''), alarm: false },
    {
      text: t.numbers.overdue,
      value: numbers.overdue,
      href: all('&due=overdue&sort=due'),
      alarm: numbers.overdue > 0,
    },
    { text: t.numbers.week, value: numbers.week, href: all('&due=week&sort=target'), alarm: false },
    { text: t.numbers.waiting, value: numbers.waiting, href: all('&status=waiting'), alarm: false },
    { text: t.numbers.unassigned, value: numbers.unassigned, href: `${base}?tab=unassigned`, alarm: false },
    ...WAITS_FOR_STAFF.filter((what) => numbers[what] > 0).map((what) => ({
      text: t.numbers[what](numbers[what]),
      value: numbers[what],
      href: all(`&status=${what}`),
      alarm: false,
    })),
    ...(numbers.mailTrouble > 0
      ? [{ text: t.numbers.mailTrouble, value: numbers.mailTrouble, href: mailHref, alarm: true }]
      : []),
  ];
}

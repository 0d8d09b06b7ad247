import type { Program } from '../../../../domain/program/program.schema.js';
import { STATES } from '../../../../domain/program/states.js';
import { REQUEST_STATUSES } from '../../../../domain/requests/statuses.js';
import { WAITING_ON } from '../../../../domain/requests/waiting-on.js';
import type { DeskNumbers } from '../../../../usecases/requests/desk-numbers.js';
import { TASK_FILTERS, WAITS_FOR_STAFF } from '../../../../usecases/requests/list-query.schema.js';
import type { Texts } from '../../../text/texts.js';
import {
  filtersOn,
  PLAIN,
  QUEUE_DUES,
  QUEUE_SORTS,
  QUEUE_TABS,
  type QueueFilter,
  type QueueQuery,
  queueHref,
  without,
} from './queue-query.js';

export interface Choice {
  value: string;
  text: string;
}

export type QueueChoices = Record<
  | 'statuses'
  | 'assignees'
  | 'dues'
  | 'tasks'
  | 'sorts'
  | 'waitingOns'
  | 'kinds'
  | 'documents'
  | 'topics'
  | 'states',
  Choice[]
>;

/** What the filters offer. */
export function queueChoices(
  texts: Texts,
  program: Program,
  staff: readonly { name: string; email: string }[],
  { sort }: QueueQuery,
): QueueChoices {
  const { queue: t, statuses } = texts.staff;
  const orAny = (any: string, choices: Choice[]) => [{ value: '', text: any }, ...choices];
  const labelled = (all: readonly { id: string; label: string }[]) =>
    all.map(({ id, label }) => ({ value: id, text: label }));
  const turned = QUEUE_SORTS.some((one) => one === sort) ? [] : [{ value: sort, text: t.sort.turned }];
  return {
    statuses: [
      { value: 'open', text: t.status.open },
      { value: 'waiting', text: t.status.waiting },
      ...WAITS_FOR_STAFF.map((value) => ({ value, text: t.status[value] })),
      { value: 'any', text: t.status.any },
      ...REQUEST_STATUSES.map((value) => ({ value, text: statuses[value] })),
    ],
    assignees: orAny(
      t.assignee.anyone,
      staff.map(({ name, email }) => ({ value: email, text: name })),
    ),
    dues: orAny(
      t.due.any,
      QUEUE_DUES.map((value) => ({ value, text: t.due[value] })),
    ),
    tasks: orAny(
      t.tasks.any,
      TASK_FILTERS.map((value) => ({ value, text: t.tasks[value] })),
    ),
    waitingOns: orAny(
      t.waitingOn.any,
      WAITING_ON.map((value) => ({ value, text: t.waitingOn[value] })),
    ),
    kinds: orAny(t.kind.any, labelled(program.kinds)),
    documents: orAny(t.documentKind.any, labelled(program.documents)),
    topics: orAny(t.topic.any, labelled(program.topics)),
    states: orAny(
      t.state.any,
      STATES.map(({ code, name }) => ({ value: code, text: name })),
    ),
    sorts: [...turned, ...QUEUE_SORTS.map((value) => ({ value, text: t.sort.options[value] }))],
  };
}

/** The filters that are on, each with the view without it. */
export function filterTags(texts: Texts, base: string, query: QueueQuery, choices: QueueChoices) {
  return filtersOn(query)
    .filter((name) => !(name === 'status' && query.tab === 'review'))
    .map((name) => ({
      text: tagOf(texts, name, query, choices),
      href: queueHref(base, without(query, [name])),
    }));
}

function tagOf(texts: Texts, name: QueueFilter, query: QueueQuery, choices: QueueChoices): string {
  const t = texts.staff.queue;
  const { [name]: value } = query;
  const chosen = (of: Choice[]) => of.find((choice) => choice.value === value)?.text ?? String(value);
  switch (name) {
    case 'q':
      return t.tag.search(query.q);
    case 'assignee':
      return t.assignee.tag(chosen(choices.assignees));
    case 'taskOf':
      return query.taskOf === 'me' ? t.tasks.me : t.tasks.whose(nameOf(choices.assignees, query.taskOf));
    case 'waitingOn':
      return query.waitingOn ? t.waitingOn.tag[query.waitingOn] : '';
    case 'urgent':
    case 'escalated':
    case 'supervisor':
      return t.only[name];
    default:
      return chosen(
        {
          status: choices.statuses,
          due: choices.dues,
          tasks: choices.tasks,
          kind: choices.kinds,
          documentKind: choices.documents,
          topic: choices.topics,
          state: choices.states,
        }[name],
      );
  }
}

const nameOf = (staff: readonly Choice[], email: string): string =>
  staff.find(({ value }) => value === email)?.text ?? email;

/** Views with counts, each as it is by itself: what was narrowed down in another stays there. */
export function queueTabs(texts: Texts, base: string, query: QueueQuery, numbers: DeskNumbers) {
  const { tabs } = texts.staff.queue;
  const counts = {
    mine: numbers.mine,
    review: numbers.review,
    unassigned: numbers.unassigned,
    escalated: numbers.escalated,
    all: numbers.open,
  };
  return QUEUE_TABS.map((tab) => ({
    text: `${tabs[tab]} (${counts[tab]})`,
    href: queueHref(base, { ...PLAIN, tab, sort: query.sort }),
    active: tab === query.tab,
  }));
}

/** The numbers of the desk that no view has; each leads to what it counts. */
export function numberLinks(texts: Texts, base: string, mailHref: string, numbers: DeskNumbers) {
  const t = texts.staff.queue;
  const all = (change: Partial<QueueQuery>) => queueHref(base, { ...PLAIN, tab: 'all', ...change });
  return [
    {
      text: t.numbers.overdue,
      value: numbers.overdue,
      href: all({ due: 'overdue', sort: 'due' }),
      alarm: numbers.overdue > 0,
    },
    { text: t.numbers.week, value: numbers.week, href: all({ due: 'week', sort: 'target' }), alarm: false },
    { text: t.numbers.waiting, value: numbers.waiting, href: all({ status: 'waiting' }), alarm: false },
    ...WAITS_FOR_STAFF.filter((what) => numbers[what] > 0).map((what) => ({
      text: t.numbers[what](numbers[what]),
      value: numbers[what],
      href: all({ status: what }),
      alarm: false,
    })),
    ...(numbers.mailTrouble > 0
      ? [{ text: t.numbers.mailTrouble, value: numbers.mailTrouble, href: mailHref, alarm: true }]
      : []),
  ];
}

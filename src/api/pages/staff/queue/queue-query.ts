import { STATES } from '../../../../domain/program/states.js';
import { REQUEST_STATUSES } from '../../../../domain/requests/statuses.js';
import { WAITING_ON, type WaitingOn } from '../../../../domain/requests/waiting-on.js';
import { cut } from '../../../../domain/text/clean.js';
import {
  type ListQuery,
  SORTS,
  TASK_FILTERS,
  WAITS_FOR_STAFF,
} from '../../../../usecases/requests/list-query.schema.js';

export const QUEUE_TABS = ['mine', 'review', 'unassigned', 'escalated', 'all'] as const;
export const QUEUE_DUES = ['overdue', 'today', 'week', 'next-week'] as const;
/** What the list of orders offers; a heading turns any of them around. */
export const QUEUE_SORTS = [
  'priority',
  'target',
  'due',
  'received',
  '-received',
  'standing',
  'requester',
  'assignee',
] as const;

export type QueueTab = (typeof QUEUE_TABS)[number];
export type QueueSort = ListQuery['sort'];

/** What the queue shows; all of it stands in the address, so a view can be bookmarked and shared. */
export interface QueueQuery {
  tab: QueueTab;
  /** `open`, `waiting`, `message-waiting`, `reopening-asked`, `any` or one status. */
  status: string;
  /** E-mail of a staff member; on the tabs for one's own and for nobody's it says nothing. */
  assignee: string;
  due: (typeof QUEUE_DUES)[number] | '';
  urgent: boolean;
  escalated: boolean;
  /** With an open follow-up task, and whose: a staff e-mail or `me`. */
  tasks: (typeof TASK_FILTERS)[number] | '';
  taskOf: string;
  /** A supervisor who was named has not confirmed. */
  supervisor: boolean;
  waitingOn: WaitingOn | '';
  kind: string;
  documentKind: string;
  topic: string;
  state: string;
  q: string;
  sort: QueueSort;
  /** Cursors of the pages walked through; the last is the page shown. Dropping it leads back. */
  trail: string[];
}

/** Everything that is open, most pressing first: what stays out of the address. */
export const PLAIN: QueueQuery = {
  tab: 'mine',
  status: 'open',
  assignee: '',
  due: '',
  tasks: '',
  taskOf: '',
  urgent: false,
  escalated: false,
  supervisor: false,
  waitingOn: '',
  kind: '',
  documentKind: '',
  topic: '',
  state: '',
  q: '',
  sort: 'priority',
  trail: [],
};

/** What narrows a view down, in the order of the form; each can be taken off by itself. */
export const FILTERS = [
  'q',
  'status',
  'waitingOn',
  'assignee',
  'due',
  'tasks',
  'taskOf',
  'kind',
  'documentKind',
  'topic',
  'state',
  'urgent',
  'escalated',
  'supervisor',
] as const satisfies readonly (keyof QueueQuery)[];
export type QueueFilter = (typeof FILTERS)[number];

/** `waiting` = on the requester, for courses or an answer. */
const STATUSES: readonly string[] = ['open', 'waiting', ...WAITS_FOR_STAFF, 'any', ...REQUEST_STATUSES];
const MAX_TRAIL = 50;

/** Reads the address. What isn't understood is left out and reported, never an error page. */
export function readQueueQuery(raw: Record<string, unknown>): { query: QueueQuery; understood: boolean } {
  let understood = true;
  const text = (name: string) => (typeof raw[name] === 'string' ? cut(raw[name].trim(), 200) : '');
  const known = <T extends string>(name: string, isIt: (value: string) => value is T, otherwise: T): T => {
    const value = text(name);
    if (value === '') return otherwise;
    if (isIt(value)) return value;
    understood = false;
    return otherwise;
  };
  const oneOf = <T extends string>(name: string, choices: readonly T[], otherwise: T): T =>
    known(name, (value): value is T => choices.some((choice) => choice === value), otherwise);
  const flag = (name: string) => oneOf(name, ['yes', 'no'], 'no') === 'yes';
  const code = (name: string) => known(name, isCode, '');
  const query: QueueQuery = {
    tab: oneOf('tab', QUEUE_TABS, 'mine'),
    status: oneOf('status', STATUSES, 'open'),
    assignee: text('assignee'),
    due: oneOf<QueueQuery['due']>('due', QUEUE_DUES, ''),
    tasks: oneOf<QueueQuery['tasks']>('tasks', TASK_FILTERS, ''),
    taskOf: text('taskOf'),
    urgent: flag('urgent'),
    escalated: flag('escalated'),
    supervisor: flag('supervisor'),
    waitingOn: oneOf<QueueQuery['waitingOn']>('waitingOn', WAITING_ON, ''),
    kind: code('kind'),
    documentKind: code('documentKind'),
    topic: code('topic'),
    state: oneOf(
      'state',
      STATES.map((state) => state.code),
      '',
    ),
    q: text('q'),
    sort: oneOf<QueueSort>('sort', SORTS, 'priority'),
    trail: trailOf(raw.page),
  };
  return { query, understood };
}

const isCode = (value: string): value is string => /^[a-z0-9-]{1,100}$/.test(value);

function trailOf(raw: unknown): string[] {
  const pages = Array.isArray(raw) ? raw : [raw];
  return pages.filter((page) => typeof page === 'string' && page !== '').slice(-MAX_TRAIL) as string[];
}

/** Is the whole way to this page in its address? Else nobody knows how many came before. */
export const knowsItsPlace = ({ trail }: QueueQuery): boolean => trail.length < MAX_TRAIL;

/** The address of a view; but for the tab, values that are the default stay out. */
export function queueHref(base: string, query: QueueQuery, change: Partial<QueueQuery> = {}): string {
  const changed = { ...query, ...change };
  const params = new URLSearchParams({ tab: changed.tab });
  for (const name of [...FILTERS, 'sort'] as const) {
    const value = changed[name];
    if (value !== PLAIN[name]) params.set(name, value === true ? 'yes' : String(value));
  }
  for (const page of changed.trail) params.append('page', page);
  // A space as `%20`: the way back after signing in takes no plus.
  return `${base}?${params.toString().replaceAll('+', '%20')}`;
}

/** What of a view is narrowed down beyond the tab. */
export function filtersOn(query: QueueQuery): QueueFilter[] {
  return FILTERS.filter((name) => query[name] !== PLAIN[name] && !(name === 'assignee' && saysWhose(query)));
}

/** The tab says whose they are. */
const saysWhose = ({ tab }: QueueQuery): boolean => tab === 'mine' || tab === 'unassigned';

/** The view with some of its filters taken off, from its first page. */
export function without(query: QueueQuery, names: readonly QueueFilter[]): QueueQuery {
  const off = Object.fromEntries(names.map((name) => [name, PLAIN[name]]));
  return { ...query, ...off, trail: [] };
}

/** Previous and next page; null where there is none. */
export function queuePages(
  base: string,
  query: QueueQuery,
  nextCursor: string | null,
): { previous: string | null; next: string | null } {
  return {
    previous: query.trail.length > 0 ? queueHref(base, query, { trail: query.trail.slice(0, -1) }) : null,
    next: nextCursor ? queueHref(base, query, { trail: [...query.trail, nextCursor] }) : null,
  };
}

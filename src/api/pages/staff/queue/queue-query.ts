import { REQUEST_STATUSES } from '../../../../domain/requests/statuses.js';
import { cut } from '../../../../domain/text/clean.js';
import { WAITS_FOR_STAFF } from '../../../../usecases/requests/list-query.schema.js';

export const QUEUE_TABS = ['mine', 'review', 'unassigned', 'all'] as const;
export const QUEUE_SORTS = ['priority', 'due', 'target', 'received'] as const;
export const QUEUE_DUES = ['overdue', 'today', 'week'] as const;

export type QueueTab = (typeof QUEUE_TABS)[number];

/** What the queue shows; all of it stands in the address, so a view can be bookmarked. */
export interface QueueQuery {
  tab: QueueTab;
  /** `open`, `waiting`, `message-waiting`, `reopening-asked`, `any` or one status. */
  status: string;
  /** E-mail of a staff member, on the tab for all. */
  assignee: string;
  due: (typeof QUEUE_DUES)[number] | '';
  urgent: boolean;
  q: string;
  sort: (typeof QUEUE_SORTS)[number];
  /** Cursors of the pages walked through; the last is the page shown. Dropping it leads back. */
  trail: string[];
}

/** `waiting` = on the requester, for courses or an answer. */
const STATUSES: readonly string[] = ['open', 'waiting', ...WAITS_FOR_STAFF, 'any', ...REQUEST_STATUSES];
const MAX_TRAIL = 50;

/** Reads the address. What isn't understood is left out and reported, never an error page. */
export function readQueueQuery(raw: Record<string, unknown>): { query: QueueQuery; understood: boolean } {
  let understood = true;
  const text = (name: string) => (typeof raw[name] === 'string' ? cut(raw[name].trim(), 200) : '');
  const oneOf = <T extends string>(name: string, choices: readonly T[], otherwise: T): T => {
    const value = text(name);
    if (value === '') return otherwise;
    const found = choices.find((choice) => choice === value);
    if (found === undefined) understood = false;
    return found ?? otherwise;
  };
  const query: QueueQuery = {
    tab: oneOf('tab', QUEUE_TABS, 'mine'),
    status: oneOf('status', STATUSES, 'open'),
    assignee: text('assignee'),
    due: oneOf<QueueQuery['due']>('due', QUEUE_DUES, ''),
    urgent: oneOf('urgent', ['yes', 'no'], 'no') === 'yes',
    q: text('q'),
    sort: oneOf('sort', QUEUE_SORTS, 'priority'),
    trail: trailOf(raw.page),
  };
  return { query, understood };
}

function trailOf(raw: unknown): string[] {
  const pages = Array.isArray(raw) ? raw : [raw];
  return pages.filter((page) => typeof page === 'string' && page !== '').slice(-MAX_TRAIL) as string[];
}

/** The address of a view; values that are the default stay out. */
export function queueHref(base: string, query: QueueQuery, change: Partial<QueueQuery> = {}): string {
  const { tab, status, assignee, due, urgent, q, sort, trail } = { ...query, ...change };
  const params = new URLSearchParams();
  if (tab !== 'mine') params.set('tab', tab);
  if (status !== 'open') params.set('status', status);
  if (assignee) params.set('assignee', assignee);
  if (due) params.set('due', due);
  if (urgent) params.set('urgent', 'yes');
  if (q) params.set('q', q);
  if (sort !== 'priority') params.set('sort', sort);
  for (const page of trail) params.append('page', page);
  const text = params.toString();
  return text ? `${base}?${text}` : base;
}

/** Is anything narrowed down beyond the tab? */
export function isFiltered({ status, assignee, due, urgent, q }: QueueQuery): boolean {
  return status !== 'open' || assignee !== '' || due !== '' || urgent || q !== '';
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

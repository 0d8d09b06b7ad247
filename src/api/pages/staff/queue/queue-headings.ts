import type { Texts } from '../../../text/texts.js';
import { type QueueQuery, type QueueSort, queueHref } from './queue-query.js';

export interface Heading {
  text: string;
  /** Of the column's cells. */
  classes: string;
  /** How the table is sorted by it, as `aria-sort` says it; undefined: not by this one. */
  sorted?: 'ascending' | 'descending' | undefined;
  /** Sorts by it, or turns the order around. */
  link?: { href: string; label: string };
}

const SORTS_BY = {
  due: 'target',
  request: 'received',
  person: 'requester',
  stands: 'standing',
  assignee: 'assignee',
  why: 'priority',
} as const satisfies Record<string, QueueSort>;

/** The table's headings; `whose` where requests of several are listed. */
export function queueHeadings(texts: Texts, base: string, query: QueueQuery, whose: boolean): Heading[] {
  const { columns, sort, sortedBy } = texts.staff.queue;
  const shown = [
    'due',
    'request',
    'person',
    'stands',
    ...(whose ? (['assignee'] as const) : []),
    'why',
  ] as const;
  return shown.map((column) => {
    const classes = `desk-rows__${column}`;
    const by = SORTS_BY[column];
    const sorted = query.sort === by ? 'ascending' : query.sort === `-${by}` ? 'descending' : undefined;
    const next: QueueSort = sorted === 'ascending' ? `-${by}` : by;
    return {
      text: columns[column],
      classes,
      sorted,
      link: {
        href: queueHref(base, query, { sort: next, trail: [] }),
        label: sort.by(sortedBy[column], sorted === 'ascending'),
      },
    };
  });
}

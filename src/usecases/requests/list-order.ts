import {
  isOpen,
  isRequestStatus,
  isWaiting,
  type RequestStatus,
  WAITING_STATUSES,
  WORKING_STATUSES,
} from '../../domain/requests/statuses.js';
import { joined, type Sql, sql } from '../sql.js';
import { END_OF_TIME, type ListQuery, type SortKey } from './list-query.schema.js';
import { oneOfStatuses } from './open-rows.js';
import type { ViewContext } from './request-view.js';

/**
 * An order of the list: what stands first, then receipt, then id. The migrations have an index of each, in which its keys
 * stand as they do here, without parameters; `test/usecases/list-plans.test.ts` fails where one is not used.
 */
export interface Order {
  keys: readonly Sql[];
  /** The keys as a cursor holds them. */
  written: Sql;
  /** The keys that a cursor held. */
  read(written: string): readonly Sql[];
  descending: boolean;
  /** Its key is a colleague's name, which no row of a request holds. */
  byStaff?: true;
}

/** A page of requests of which all these hold. */
export interface PageAsked {
  where: readonly Sql[];
  order: Order;
  /** The last one that was shown, as its cursor tells it. */
  after: readonly [key: string, received: string, id: string] | null;
  most: number;
}

type Ascending = Omit<Order, 'descending'>;

export function orderOf(sort: ListQuery['sort'], context: ViewContext): Order {
  return { ...SORTED_BY[sort.replace('-', '') as SortKey](context), descending: sort.startsWith('-') };
}

/** `ORDER BY` of it. */
export function inOrder({ keys, descending }: Order): Sql {
  const direction = descending ? sql`DESC` : sql`ASC`;
  return joined(
    [...keys, sql`r.received_at`, sql`r.id`].map((key) => sql`${key} ${direction}`),
    ', ',
  );
}

/** What comes after a row of the list, as its cursor tells it. */
export function isAfter(order: Order, [key, received, id]: NonNullable<PageAsked['after']>): Sql {
  const last = sql`(${joined([...order.read(key), sql`${received}::timestamptz`, sql`${id}::uuid`])})`;
  const here = sql`(${joined([...order.keys, sql`r.received_at`, sql`r.id`])})`;
  return order.descending ? sql`${here} < ${last}` : sql`${here} > ${last}`;
}

/** How a request stands with whoever asked: it waits for them, is open, is answered, has ended. */
const STANDING = sql`CASE WHEN ${oneOfStatuses(WAITING_STATUSES)} THEN '3'
  WHEN ${oneOfStatuses(WORKING_STATUSES)} THEN '2' WHEN r.status = 'responded' THEN '1' ELSE '0' END`;

/** The same of a status. */
const standingOf = (status: RequestStatus): string =>
  isWaiting(status) ? '3' : isOpen(status) ? '2' : status === 'responded' ? '1' : '0';

/**
 * What the filters of a query say of the first key of its order: its index is read from there, instead of through all
 * that stands before. Null: nothing.
 */
export function impliedOfOrder(
  { sort, urgent, status }: Pick<ListQuery, 'sort' | 'urgent' | 'status'>,
  context: ViewContext,
): Sql | null {
  if (sort.endsWith('priority') && urgent !== undefined) {
    const [rank] = byPriority(context).keys;
    return urgent ? sql`${rank} = 0` : sql`${rank} > 0`;
  }
  if (!sort.endsWith('standing') || !status?.every(isRequestStatus)) return null;
  const ranks = status.map(standingOf).sort();
  return sql`${STANDING} BETWEEN ${ranks[0]}::text AND ${ranks.at(-1)}::text`;
}

const SORTED_BY: Record<SortKey, (context: ViewContext) => Ascending> = {
  target: () => byInstant(sql`coalesce(r.target_at, 'infinity'::timestamptz)`),
  due: () => byInstant(sql`coalesce(r.due_at, 'infinity'::timestamptz)`),
  received: () => byInstant(sql`coalesce(r.received_at, 'infinity'::timestamptz)`),
  priority: byPriority,
  standing: () => ({ keys: [STANDING], written: STANDING, read: (rank) => [sql`${rank}::text`] }),
  requester: () => byName(sql`left(fold_text(r.requester_name), 40) COLLATE "C"`),
  // Those whom nobody has come last (`list-by-assignee.ts`).
  assignee: () => ({ ...byName(sql`s.name_key`), byStaff: true }),
};

function byInstant(key: Sql): Ascending {
  const written = sql`CASE WHEN isfinite(${key})
    THEN to_char(${key} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') ELSE ${END_OF_TIME} END`;
  return { keys: [key], written, read: (at) => [sql`${at}::timestamptz`] };
}

function byName(key: Sql): Ascending {
  return { keys: [key], written: key, read: (name) => [sql`${name} COLLATE "C"`] };
}

/** Stands in a cursor for what has no date. */
const LAST_DAY = '9999-12-31T00:00:00.000';

/** Urgent, then the high-volume groups when volume is high, then the rest; within one, by target date. */
function byPriority({ highVolume, program }: ViewContext): Ascending {
  const { groups } = program.priority;
  const rank = highVolume
    ? sql`CASE WHEN r.urgent THEN 0
        WHEN (r.ovc_grantee AND ${groups.includes('ovc-grantee')})
          OR (r.court_deadline_date IS NOT NULL AND ${groups.includes('court-or-filing-deadline')})
          OR (r.completed_training AND ${groups.includes('completed-training')}) THEN 1
        ELSE 2 END`
    : sql`CASE WHEN r.urgent THEN 0 ELSE 2 END`;
  const target = sql`coalesce(r.target_at, 'infinity'::timestamptz)`;
  const written = sql`(${rank})::text || CASE WHEN isfinite(${target})
    THEN to_char(${target} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') ELSE ${LAST_DAY} END`;
  const read = (key: string) => {
    const at = key.slice(1);
    return [
      sql`${Number(key.slice(0, 1))}::int`,
      sql`${at === LAST_DAY ? END_OF_TIME : `${at}Z`}::timestamptz`,
    ];
  };
  return { keys: [rank, target], written, read };
}

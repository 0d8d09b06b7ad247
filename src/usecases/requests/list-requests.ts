import { type Actor, isStaff } from '../../domain/people/actor.js';
import { isRequestStatus, OPEN_STATUSES, type RequestStatus } from '../../domain/requests/statuses.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { ok, type Result, refuse, wrongAt } from '../../domain/result.js';
import { addDays } from '../../domain/time/add-days.js';
import type { Services } from '../../ports/services.js';
import { cursorOf } from '../lists/cursor.schema.js';
import { joined, type Sql, sql } from '../sql.js';
import { END_OF_TIME, type ListQuery, placeIn, type SortKey } from './list-query.schema.js';
import { dueRows, overdueRows } from './overdue-rows.js';
import { toView, type ViewContext, viewContext } from './request-view.js';

/**
 * Requests the actor may see, a page at a time. Keyset paging: a row that moves between pages is never
 * shown twice because of an offset.
 */
export async function listRequests(
  services: Services,
  actor: Actor,
  query: ListQuery,
): Promise<Result<{ items: RequestView[]; nextCursor: string | null }>> {
  const { limit = 25 } = query;
  const context = await viewContext(services.db, services, actor);
  const cursors = cursorOf(`requests ${query.sort}`, placeIn(query.sort));
  const read = cursors.read(query.cursor);
  if (!read.ok) return read;
  if (query.assignee !== undefined && !isStaff(actor)) {
    return refuse('assignee-is-for-staff', [wrongAt('/assignee', 'leave-out')]);
  }
  const where = [scopeOf(actor), ...filters(query, actor, context)];
  const sort = sortOf(query.sort, context);
  if (read.value) {
    const [key, received, id] = read.value;
    const last = sql`(${key}::${sort.type}, ${received}::timestamptz, ${id}::uuid)`;
    const here = sql`(${sort.key}, r.received_at, r.id)`;
    where.push(sort.descending ? sql`${here} < ${last}` : sql`${here} > ${last}`);
  }
  const direction = sort.descending ? sql`DESC` : sql`ASC`;
  const page = await services.db.$queryRaw<{ id: string; key: string; received: Date }[]>`
    SELECT r.id, ${sort.written} AS key, r.received_at AS received FROM ta_request r
    LEFT JOIN staff s ON s.id = r.assignee_id
    WHERE ${joined(where, ' AND ')}
    ORDER BY ${sort.key} ${direction}, r.received_at ${direction}, r.id ${direction}
    LIMIT ${limit + 1}`;
  const shown = page.slice(0, limit);
  const rows = await services.db.taRequest.findMany({
    where: { id: { in: shown.map((row) => row.id) } },
    include: { assignee: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const items = shown.flatMap(({ id }) => {
    const row = byId.get(id);
    return row ? [toView(row, context)] : [];
  });
  const last = shown.at(-1);
  return ok({
    items,
    nextCursor:
      page.length > limit && last ? cursors.write([last.key, last.received.toISOString(), last.id]) : null,
  });
}

function scopeOf(actor: Actor): Sql {
  if (isStaff(actor)) return sql`TRUE`;
  if (actor.kind !== 'person') return sql`FALSE`;
  return sql`(r.requester_id = ${actor.id}::uuid
    OR (r.supervisor_id = ${actor.id}::uuid AND r.supervisor_status = 'confirmed'))`;
}

function filters(query: ListQuery, actor: Actor, context: ViewContext): Sql[] {
  const where: Sql[] = [];
  if (query.status) {
    where.push(sql`(${joined(query.status.map(statusFilter), ' OR ')})`);
  }
  if (query.assignee === 'none') where.push(sql`r.assignee_id IS NULL`);
  else if (query.assignee === 'me') {
    where.push(actor.kind === 'user' ? sql`r.assignee_id = ${actor.id}::uuid` : sql`FALSE`);
  } else if (query.assignee) where.push(sql`s.email = ${query.assignee.toLowerCase()}`);
  if (query.due) where.push(dueFilter(query.due, context));
  if (query.urgent !== undefined) where.push(sql`r.urgent = ${query.urgent}`);
  if (query.q) {
    // Folded by the database on both sides: a name is found however its letters were typed.
    where.push(sql`fold_text(${query.q}) <> '' AND strpos(
      fold_text(concat_ws(' | ', r.reference, r.requester_name, r.requester_email, r.organization_name)),
      fold_text(${query.q})) > 0`);
  }
  return where;
}

type Asked = NonNullable<ListQuery['status']>[number];

/** What is asked for like a status and is none. */
const LIKE_STATUS: Record<Exclude<Asked, RequestStatus>, Sql> = {
  open: sql`r.status IN (${joined(OPEN_STATUSES)})`,
  'message-waiting': sql`r.message_waiting_since IS NOT NULL`,
  'reopening-asked': sql`r.reopening_asked_at IS NOT NULL`,
};

function statusFilter(asked: Asked): Sql {
  return isRequestStatus(asked) ? sql`r.status = ${asked}` : LIKE_STATUS[asked];
}

/** Open requests only; "week" is the next seven days, today included. What is overdue is neither today's nor the week's. */
function dueFilter(due: 'overdue' | 'today' | 'week', { calendar, now }: ViewContext): Sql {
  const at = new Date(now);
  if (due === 'overdue') return overdueRows(at);
  const end = addDays(calendar.dateOf(now), due === 'today' ? 1 : 7);
  return dueRows(at, new Date(calendar.at(end, '00:00')));
}

interface Sort {
  key: Sql;
  type: Sql;
  /** The key as a cursor holds it. */
  written: Sql;
  descending: boolean;
}

function sortOf(sort: ListQuery['sort'], context: ViewContext): Sort {
  return { ...SORTED_BY[sort.replace('-', '') as SortKey](context), descending: sort.startsWith('-') };
}

const SORTED_BY: Record<SortKey, (context: ViewContext) => Omit<Sort, 'descending'>> = {
  target: () => byInstant(sql`coalesce(r.target_at, ${END_OF_TIME}::timestamptz)`),
  due: () => byInstant(sql`coalesce(r.due_at, ${END_OF_TIME}::timestamptz)`),
  received: () => byInstant(sql`r.received_at`),
  priority(context) {
    const key = priorityKey(context);
    return { key, type: sql`text`, written: key };
  },
};

function byInstant(key: Sql): Omit<Sort, 'descending'> {
  const written = sql`CASE WHEN isfinite(${key})
    THEN to_char(${key} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') ELSE ${END_OF_TIME} END`;
  return { key, type: sql`timestamptz`, written };
}

/** Urgent, then the high-volume groups when volume is high, then the rest; within one, by target date. */
function priorityKey({ highVolume, program }: ViewContext): Sql {
  const { groups } = program.priority;
  const high = highVolume
    ? sql`((r.ovc_grantee AND ${groups.includes('ovc-grantee')})
        OR (r.court_deadline_date IS NOT NULL AND ${groups.includes('court-or-filing-deadline')})
        OR (r.completed_training AND ${groups.includes('completed-training')}))`
    : sql`FALSE`;
  const rank = sql`CASE WHEN r.urgent THEN '0' WHEN ${high} THEN '1' ELSE '2' END`;
  return sql`(${rank} || to_char(coalesce(r.target_at, '9999-12-31'::timestamptz) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'))`;
}

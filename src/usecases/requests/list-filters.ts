import { type Actor, isStaff } from '../../domain/people/actor.js';
import { isRequestStatus, type RequestStatus } from '../../domain/requests/statuses.js';
import type { WaitingOn } from '../../domain/requests/waiting-on.js';
import { addDays } from '../../domain/time/add-days.js';
import { joined, type Sql, sql } from '../sql.js';
import { notHidden } from '../walls/hidden-from.js';
import { hasFacet, hasTopic } from './facets.js';
import { impliedOfOrder } from './list-order.js';
import type { ListQuery } from './list-query.schema.js';
import { IS_OPEN } from './open-rows.js';
import { dueRows, overdueRows } from './overdue-rows.js';
import type { ViewContext } from './request-view.js';

/** Which requests an actor may list at all. */
export function scopeOf(actor: Actor): Sql {
  if (isStaff(actor)) return notHidden(actor);
  if (actor.kind !== 'person') return sql`FALSE`;
  return sql`(r.requester_id = ${actor.id}::uuid
    OR (r.supervisor_id = ${actor.id}::uuid AND r.supervisor_status = 'confirmed'))`;
}

/** What a query asks of rows of `ta_request r`, each a condition. */
export function filtersOf(query: ListQuery, actor: Actor, context: ViewContext): Sql[] {
  const { status, due, urgent, q, kind, documentKind, topic, state, escalated, supervisor, waitingOn } =
    query;
  const asked: (Sql | undefined | null | false)[] = [
    status && sql`(${joined(status.map(statusFilter), ' OR ')})`,
    query.assignee !== undefined && assigneeFilter(query.assignee, actor),
    due && dueFilter(due, context),
    (query.tasks ?? query.taskOf) !== undefined && taskFilter(query, actor, context),
    urgent !== undefined && sql`r.urgent = ${urgent}`,
    q !== undefined && searchFilter(q),
    kind !== undefined && hasFacet(`kind:${kind}`),
    documentKind !== undefined && hasFacet(`document:${documentKind}`),
    topic !== undefined && hasTopic(topic),
    state !== undefined && hasFacet(`state:${state}`),
    escalated !== undefined && (escalated ? hasFacet('is:escalated') : sql`r.escalation_level = 0`),
    supervisor && hasFacet(`supervisor:${supervisor}`),
    waitingOn && WAITS_ON[waitingOn],
    impliedOfOrder(query, context),
  ];
  return asked.filter((one): one is Sql => typeof one === 'object' && one !== null);
}

function assigneeFilter(assignee: string, actor: Actor): Sql {
  if (assignee === 'none') return sql`r.assignee_id IS NULL`;
  if (assignee !== 'me') {
    return sql`r.assignee_id = (SELECT id FROM staff WHERE email = ${assignee.toLowerCase()})`;
  }
  return actor.kind === 'user' ? sql`r.assignee_id = ${actor.id}::uuid` : sql`FALSE`;
}

/** An open task, of whomever, or of somebody; `due`: today or before. */
function taskFilter({ tasks, taskOf }: ListQuery, actor: Actor, { calendar, now }: ViewContext): Sql {
  const conditions = [
    sql`t.request_id = r.id AND t.status = 'open'`,
    ...(tasks === 'due' ? [sql`t.due_on <= ${calendar.dateOf(now)}::date`] : []),
    ...(taskOf === undefined ? [] : [isTaskOf(taskOf, actor)]),
  ];
  return sql`EXISTS (SELECT FROM request_task t WHERE ${joined(conditions, ' AND ')})`;
}

function isTaskOf(who: string, actor: Actor): Sql {
  if (who !== 'me') return sql`t.assignee_id = (SELECT id FROM staff WHERE email = ${who.toLowerCase()})`;
  return actor.kind === 'user' ? sql`t.assignee_id = ${actor.id}::uuid` : sql`FALSE`;
}

/**
 * Folded by the database on both sides: a name is found however its letters were typed. Of one or two letters or digits
 * the index has only where a word begins with them.
 */
function searchFilter(q: string): Sql {
  const folded = sql`fold_text(${q})`;
  if (/^[a-z\d]{1,2}$/i.test(q.trim())) return sql`r.search_words LIKE ('% ' || ${folded} || '%')`;
  const number = numberIn(q);
  if (number) {
    return sql`(r.search_words LIKE ${`%${number}%`} AND strpos(r.search_words, ${folded}) > 0)`;
  }
  const pattern = sql`replace(replace(replace(${folded}, '\\', '\\\\'), '%', '\\%'), '_', '\\_')`;
  return sql`${folded} <> '' AND r.search_words LIKE ('%' || ${pattern} || '%')`;
}

/**
 * The number in a longer search, with the signs beside it, folded: hardly two requests have it, while every reference
 * begins alike and many organizations have the rest of their names in common. The index is asked for it alone, since it
 * would walk through all that have each triple of letters of the others.
 */
function numberIn(q: string): string | null {
  const numbers = [...q.matchAll(/\d+/g)].filter(({ 0: digits }) => digits.length > 1);
  const [longest] = numbers.sort((a, b) => b[0].length - a[0].length || b.index - a.index);
  if (!longest || longest[0].length === q.length) return null;
  const end = longest.index + longest[0].length;
  const beside = (at: number) => (/^[a-z @.-]$/i.test(q[at] ?? '') ? q[at] : '');
  return `${beside(longest.index - 1)}${longest[0]}${beside(end)}`.toLowerCase();
}

type Asked = NonNullable<ListQuery['status']>[number];

/** What is asked for like a status and is none. */
const LIKE_STATUS: Record<Exclude<Asked, RequestStatus>, Sql> = {
  open: IS_OPEN,
  'message-waiting': sql`r.message_waiting_since IS NOT NULL`,
  'reopening-asked': sql`r.reopening_asked_at IS NOT NULL`,
  'follow-up-open': sql`(r.status = 'responded' AND r.follow_up_asked_at IS NOT NULL AND r.follow_up_answered_at IS NULL)`,
};

function statusFilter(asked: Asked): Sql {
  return isRequestStatus(asked) ? sql`r.status = ${asked}` : LIKE_STATUS[asked];
}

/** `waitingOn` of the domain, asked of rows. */
const WAITS_ON: Record<WaitingOn, Sql> = {
  courses: sql`r.status = 'awaiting-prerequisites'`,
  requester: sql`r.status = 'awaiting-information'`,
  supervisor: sql`(r.status = 'in-review' AND r.supervisor_status = 'unconfirmed')`,
  us: sql`(${IS_OPEN} AND r.status NOT IN ('awaiting-prerequisites', 'awaiting-information')
      AND (r.status <> 'in-review' OR r.supervisor_status <> 'unconfirmed')
    OR NOT ${IS_OPEN} AND (r.message_waiting_since IS NOT NULL OR r.reopening_asked_at IS NOT NULL))`,
};

/** Open requests only; "week" is the next seven days, today included. What is overdue is neither today's nor the week's. */
function dueFilter(due: NonNullable<ListQuery['due']>, { calendar, now }: ViewContext): Sql {
  const at = new Date(now);
  if (due === 'overdue') return overdueRows(at);
  const begins = (days: number) => new Date(calendar.at(addDays(calendar.dateOf(now), days), '00:00'));
  if (due !== 'next-week') return dueRows(at, begins(due === 'today' ? 1 : 7));
  return sql`(${dueRows(at, begins(14))} AND r.target_at >= ${begins(7)})`;
}

import { type Actor, isStaff } from '../../domain/people/actor.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { ok, type Result, refuse, wrongAt } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { cursorOf } from '../lists/cursor.schema.js';
import { filtersOf, scopeOf } from './list-filters.js';
import { orderOf } from './list-order.js';
import { type Place, pageOf } from './list-page.js';
import { type ListQuery, placeIn } from './list-query.schema.js';
import { toView, viewContext } from './request-view.js';

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
  if ((query.tasks ?? query.taskOf) !== undefined && !isStaff(actor)) {
    return refuse('tasks-are-for-staff', [wrongAt(query.tasks ? '/tasks' : '/taskOf', 'leave-out')]);
  }
  const order = orderOf(query.sort, context);
  const where = [scopeOf(actor), ...filtersOf(query, actor, context)];
  const page = await services.db.$queryRaw<Place[]>(
    pageOf({ where, order, after: read.value, most: limit + 1 }),
  );
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

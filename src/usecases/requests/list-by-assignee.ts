import { joined, type Sql, sql } from '../sql.js';
import type { PageAsked } from './list-order.js';

/** Stands behind every name: nobody has it. */
const NOBODY = '~~';
/** Before and after whatever stands in the database. */
const FIRST = { received: '-infinity', id: '00000000-0000-0000-0000-000000000000' };
const LAST = { received: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

/**
 * The query of a page by the name of whoever has it. A row of a request knows no name, so no index has this order: of each
 * of the staff, and of what nobody has, the first ones by receipt are taken from an index, and of these the first.
 */
export function pageByAssignee({ where, order, after, most }: PageAsked): Sql {
  const end = order.descending ? LAST : FIRST;
  const [key, received, id] = after ?? [null, end.received, end.id];
  // Of those whose name stands in the cursor only what comes behind it; of the ones before, nothing.
  const isHere = sql`n.name_key = ${key}::text COLLATE "C"`;
  const isLeft =
    key === null
      ? sql`TRUE`
      : order.descending
        ? sql`n.name_key <= ${key}::text COLLATE "C"`
        : sql`n.name_key >= ${key}::text COLLATE "C"`;
  const isBehind = order.descending ? sql`<` : sql`>`;
  const direction = order.descending ? sql`DESC` : sql`ASC`;
  const firstOf = (isTheirs: Sql) => sql`
    SELECT r.id, r.received_at FROM ta_request r
    WHERE ${joined([isTheirs, sql`(r.received_at, r.id) ${isBehind} (s.received, s.id)`, ...where], ' AND ')}
    ORDER BY r.assignee_id ${direction}, r.received_at ${direction}, r.id ${direction} LIMIT ${most}`;
  return sql`
    WITH s AS MATERIALIZED (
      SELECT n.staff_id, n.name_key, CASE WHEN ${isHere} THEN ${received}::timestamptz ELSE ${end.received}::timestamptz END AS received,
        CASE WHEN ${isHere} THEN ${id}::uuid ELSE ${end.id}::uuid END AS id
      FROM (SELECT id AS staff_id, left(fold_text(name), 40) COLLATE "C" AS name_key FROM staff
        UNION ALL SELECT NULL, ${NOBODY}::text COLLATE "C") n
      WHERE ${isLeft})
    SELECT r.id, s.name_key AS key, r.received_at AS received
    FROM s CROSS JOIN LATERAL (${firstOf(sql`r.assignee_id = s.staff_id`)}) r WHERE s.staff_id IS NOT NULL
    UNION ALL
    SELECT r.id, s.name_key, r.received_at
    FROM s CROSS JOIN LATERAL (${firstOf(sql`r.assignee_id IS NULL`)}) r WHERE s.staff_id IS NULL
    ORDER BY key ${direction}, received ${direction}, id ${direction}
    LIMIT ${most}`;
}

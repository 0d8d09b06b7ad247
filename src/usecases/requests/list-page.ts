import { joined, type Sql, sql } from '../sql.js';
import { pageByAssignee } from './list-by-assignee.js';
import { inOrder, isAfter, type PageAsked } from './list-order.js';

/** Where a request stands in a list. */
export interface Place {
  id: string;
  key: string;
  received: Date;
}

/** The query of one page. Exported for the benchmark and the test of plans, which let the database explain it. */
export function pageOf(asked: PageAsked): Sql {
  const { where, order, after, most } = asked;
  if (order.byStaff) return pageByAssignee(asked);
  const conditions = after ? [...where, isAfter(order, after)] : [...where];
  return sql`
    SELECT r.id, ${order.written} AS key, r.received_at AS received FROM ta_request r
    WHERE ${joined(conditions, ' AND ')}
    ORDER BY ${inOrder(order)}
    LIMIT ${most}`;
}

import type { OverdueFacts } from '../../domain/requests/overdue.js';
import type { RequestState } from '../../domain/requests/state.js';
import type { RequestStatus } from '../../domain/requests/statuses.js';
import type { ClockEvent } from '../../domain/time/types.js';
import type { Database } from '../../ports/database.js';
import { type Sql, sql } from '../sql.js';
import { IS_OPEN } from './open-rows.js';
import type { RequestRow } from './request-row.js';

/** `isOverdue` of the domain, asked of rows of `ta_request r`. A test holds the two together. */
export function overdueRows(now: Date): Sql {
  return sql`(${IS_OPEN}
    AND r.clock_state IN ('running', 'paused')
    AND (r.due_at < ${now} OR (r.clock_state = 'running' AND r.target_at < ${now}
      AND r.target_at > greatest((r.clock_events->0->>'at')::timestamptz,
        (r.process_state->>'courtDateSince')::timestamptz))))`;
}

/** Open, its target before `end`, and not overdue: a target that could never be met is the most pressing of these. */
export function dueRows(now: Date, end: Date): Sql {
  return sql`(${IS_OPEN}
    AND r.target_at < ${end} AND ${overdueRows(now)} IS NOT TRUE)`;
}

export function overdueFacts(row: Omit<RequestRow, 'dataKey'>): OverdueFacts {
  const [started] = row.clockEvents as unknown as ClockEvent[];
  const { courtDateSince = '' } = (row.processState ?? {}) as Partial<RequestState>;
  return {
    status: row.status as RequestStatus,
    clockState: row.clockState as OverdueFacts['clockState'],
    dueAt: row.dueAt?.toISOString() ?? null,
    targetAt: row.targetAt?.toISOString() ?? null,
    targetSince: started ? ([started.at, courtDateSince].sort().at(-1) ?? null) : null,
  };
}

export async function countOverdue(db: Database, now: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM ta_request r WHERE ${overdueRows(now)}`;
  return row?.n ?? 0;
}

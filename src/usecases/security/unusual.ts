import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import { UNUSUAL_DAYS, type Unusual } from '../../domain/security/unusual.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Services } from '../../ports/services.js';
import { namesOf } from '../requests/read-request.js';

export interface Finding {
  rule: Unusual;
  actor: string;
  name: string | null;
  /** Where the hour, the night or the first time begins. */
  from: Instant;
  /** Cases, or refusals. */
  count: number;
}

const DAY_MS = 86_400_000;
const MOST = 50;

/** What the rules of the program's `watch` mark of the last days, the newest first. Directors alone: it names who read. */
export async function unusualLately(
  services: Services,
  actor: Actor,
): Promise<Result<{ items: Finding[]; count: number }>> {
  if (!may(actor, 'security.readings')) return refuse('role-not-allowed');
  const { db, clock, programs } = services;
  const { watch, zone } = programs.current().program;
  const since = new Date(clock.now().getTime() - UNUSUAL_DAYS * DAY_MS);
  const { nightFrom, nightUntil } = watch;
  const over = nightFrom > nightUntil;
  const rows = await db.$queryRaw<{ rule: Unusual; actor: string; from: Date; count: number; all: number }[]>`
    WITH lately AS MATERIALIZED (
      SELECT actor, request_id, not_theirs, at, whence, (at AT TIME ZONE ${zone}::text) AS wall
      FROM case_access WHERE at >= ${since}::timestamptz AND (actor LIKE 'user:%' OR actor LIKE 'key:%' OR actor = 'system')),
    found AS (
      SELECT 'many' AS rule, actor, date_trunc('hour', at) AS "from", count(DISTINCT request_id)::int AS count
      FROM lately WHERE not_theirs GROUP BY 2, 3
      HAVING count(DISTINCT request_id) >= ${watch.casesNotTheirsInAnHour}::int
      UNION ALL
      SELECT 'night', actor, min(at), count(DISTINCT request_id)::int
      FROM lately
      WHERE actor LIKE 'user:%' AND CASE WHEN ${over}::boolean
        THEN wall::time >= ${nightFrom}::time OR wall::time < ${nightUntil}::time
        ELSE wall::time >= ${nightFrom}::time AND wall::time < ${nightUntil}::time END
      GROUP BY actor, (wall - ${nightUntil}::time::interval)::date
      UNION ALL
      SELECT 'command', l.actor, min(l.at), count(DISTINCT l.request_id)::int
      FROM lately l WHERE l.whence = 'command' AND NOT EXISTS (
        SELECT FROM case_access c WHERE c.actor = l.actor AND c.whence = 'command' AND c.at < ${since}::timestamptz)
      GROUP BY l.actor
      UNION ALL
      SELECT 'refused', actor, date_trunc('hour', at), count(*)::int
      FROM security_event WHERE kind = 'permission-refused' AND at >= ${since}::timestamptz
      GROUP BY 2, 3 HAVING count(*) >= ${watch.refusalsInAnHour}::int)
    SELECT *, (count(*) OVER ())::int AS "all" FROM found ORDER BY "from" DESC, rule LIMIT ${MOST}`;
  const names = await namesOf(
    services,
    rows.map((row) => row.actor),
  );
  const items = rows.map(({ rule, actor: ref, from, count }) => ({
    rule,
    actor: ref,
    name: names.get(ref) ?? null,
    from: from.toISOString(),
    count,
  }));
  return ok({ items, count: rows[0]?.all ?? 0 });
}

import type { Actor } from '../../domain/people/actor.js';
import { OPEN_STATUSES, WAITING_STATUSES } from '../../domain/requests/statuses.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { notHidden } from '../walls/hidden-from.js';
import { overdueRows } from './overdue-rows.js';

export interface PersonLoad {
  /** Null: assigned to nobody. */
  name: string | null;
  email: string | null;
  open: number;
  overdue: number;
  waiting: number;
}

/** Open requests by whom they are assigned to, the fullest first. */
export async function loadByPerson(services: Services, actor: Actor): Promise<Result<PersonLoad[]>> {
  const refused = refuseUnless(actor, 'requests.read');
  if (refused) return refused;
  const now = services.clock.now();
  const people = await services.db.$queryRaw<PersonLoad[]>`
    SELECT s.name, s.email, count(*)::int AS open,
      count(*) FILTER (WHERE ${overdueRows(now)})::int AS overdue,
      count(*) FILTER (WHERE r.status = ANY(${WAITING_STATUSES}))::int AS waiting
    FROM ta_request r LEFT JOIN staff s ON s.id = r.assignee_id
    WHERE r.status = ANY(${OPEN_STATUSES}) AND ${notHidden(actor)}
    GROUP BY s.id, s.name, s.email ORDER BY count(*) DESC, s.name`;
  return ok(people);
}

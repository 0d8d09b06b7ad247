import { TROUBLED_MAIL } from '../../domain/mail/statuses.js';
import type { Actor } from '../../domain/people/actor.js';
import { WAITING_STATUSES } from '../../domain/requests/statuses.js';
import { ok, type Result } from '../../domain/result.js';
import { addDays } from '../../domain/time/add-days.js';
import { createZone } from '../../domain/time/zone.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { sql } from '../sql.js';
import { notHidden } from '../walls/hidden-from.js';
import { IS_OPEN } from './open-rows.js';
import { dueRows, overdueRows } from './overdue-rows.js';

export interface DeskNumbers {
  open: number;
  overdue: number;
  week: number;
  waiting: number;
  unassigned: number;
  escalated: number;
  mine: number;
  review: number;
  mailTrouble: number;
  'message-waiting': number;
  'reopening-asked': number;
  'follow-up-open': number;
}

/** Counts of the open requests, and of ended ones that wait for a word, in one query; the same meanings as the filters of `listRequests`. */
export async function deskNumbers(services: Services, actor: Actor): Promise<Result<DeskNumbers>> {
  const refused = refuseUnless(actor, 'requests.read');
  if (refused) return refused;
  const assigneeId = actor.kind === 'user' ? actor.id : null;
  const now = services.clock.now();
  const seen = notHidden(actor);
  const zone = createZone(services.programs.current().program.zone);
  const to = new Date(zone.at(addDays(zone.dateOf(now.toISOString()), 7), '00:00'));
  const rows = await services.db.$queryRaw<DeskNumbers[]>`
    SELECT count(*)::int AS open,
      count(*) FILTER (WHERE ${overdueRows(now)})::int AS overdue,
      count(*) FILTER (WHERE ${dueRows(now, to)})::int AS week,
      count(*) FILTER (WHERE status = ANY(${WAITING_STATUSES}))::int AS waiting,
      count(*) FILTER (WHERE assignee_id IS NULL)::int AS unassigned,
      count(*) FILTER (WHERE escalation_level > 0)::int AS escalated,
      count(*) FILTER (WHERE assignee_id = ${assigneeId}::uuid)::int AS mine,
      count(*) FILTER (WHERE status = 'in-review')::int AS review,
      (SELECT count(*)::int FROM ta_request r WHERE message_waiting_since IS NOT NULL AND ${seen}) AS "message-waiting",
      (SELECT count(*)::int FROM ta_request r WHERE reopening_asked_at IS NOT NULL AND ${seen}) AS "reopening-asked",
      (SELECT count(*)::int FROM ta_request r WHERE status = 'responded' AND ${seen}
        AND follow_up_asked_at IS NOT NULL AND follow_up_answered_at IS NULL) AS "follow-up-open",
      (SELECT count(*) FROM message m WHERE status = ANY(${TROUBLED_MAIL}) AND resolved_by IS NULL
        AND ${notHidden(actor, sql`m.about_id`)})::int AS "mailTrouble"
    FROM ta_request r WHERE ${IS_OPEN} AND ${seen}`;
  const [row] = rows;
  if (!row) throw new Error('a count without a row');
  return ok(row);
}

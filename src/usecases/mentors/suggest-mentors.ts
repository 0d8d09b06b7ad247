import { mayMentorBeProposed } from '../../domain/mentors/may-be-proposed.js';
import { rankMentors } from '../../domain/mentors/rank-mentors.js';
import type { Actor } from '../../domain/people/actor.js';
import type { RequestStatus } from '../../domain/requests/statuses.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { visibleRequest } from '../requests/visible-request.js';
import { sql } from '../sql.js';
import { isFree } from './mentor-row.js';
import type { SuggestedMentor } from './mentor-view.schema.js';
import { mentorColumns, mentorTables, type ReadMentor, todayOf } from './read-mentor.js';

/** More are no help to whoever chooses. */
const SHOWN = 20;
/** A pool is small; of a larger one the best are sought among so many. */
const LOOKED_AT = 1_000;

/**
 * Who could be introduced to a requester now, the best first, and why. Left out: who has no room, has paused, or can't be
 * asked for another reason; the requester; whom they are being introduced to already; everybody once the request is over.
 * Refuses `forbidden`, `not-found`.
 */
export async function suggestMentors(
  services: Services,
  actor: Actor,
  requestId: string,
): Promise<Result<{ items: SuggestedMentor[] }>> {
  const refused = refuseUnless(actor, 'mentors.keep');
  if (refused) return refused;
  const found = await visibleRequest(services, actor, requestId);
  if (!found.ok) return found;
  if (!mayMentorBeProposed(found.value.status as RequestStatus)) return ok({ items: [] });
  const { requesterId, topics, organizationId, requesterState: state } = found.value;
  const at = services.clock.now();
  const free = isFree({ at, today: todayOf(services, at) });
  const rows = await services.db.$queryRaw<ReadMentor[]>`
    SELECT ${mentorColumns} FROM ${mentorTables}
    WHERE ${free} AND m.person_id <> ${requesterId}::uuid AND NOT ${isRunning(requesterId)}
    ORDER BY m.agreed_at, m.id LIMIT ${LOOKED_AT}`;
  const candidates = rows.map((row) => ({ ...row, free: row.capacity - row.load - row.asked }));
  const items = rankMentors(candidates, { topics, state }).slice(0, SHOWN);
  return ok({
    items: items.map(({ id, name, role, organization, organizationId: theirs, why }) => ({
      id,
      name,
      role,
      organization,
      sameOrganization: theirs !== null && theirs === organizationId,
      why,
    })),
  });
}

/** The two are being introduced already, or know each other by us. */
const isRunning = (requesterId: string) =>
  sql`EXISTS (SELECT FROM introduction i WHERE i.mentor_id = m.id AND i.requester_id = ${requesterId}::uuid
    AND i.ended_at IS NULL)`;

import type { MentorTerms } from '../../domain/mentors/mentor.schema.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import { addDays } from '../../domain/time/add-days.js';
import { outsideOf } from '../../domain/time/date-range.js';
import type { Services } from '../../ports/services.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { staleVersion } from '../stale-version.js';
import { wrongTopic } from './invite-mentor.js';
import { isMentorEventWritten, writeMentorEvent } from './mentor-events.js';
import { lockMentor } from './mentor-row.js';
import type { MentorView } from './mentor-view.schema.js';
import { readMentor, todayOf } from './read-mentor.js';

/** Nobody pauses for longer: they leave, and are invited again. */
export const LONGEST_PAUSE_DAYS = 366;

/**
 * What a mentor is asked for, how many at once, whether they pause. What runs goes on. The same `commandId` is the same
 * change. Refuses `forbidden`, `not-found`,
 * `version-mismatch`, `invalid`.
 */
export async function changeMentor(
  services: Services,
  actor: Actor,
  id: string,
  { topics, states, capacity, pausedUntil }: MentorTerms,
  { commandId, ifMatch }: { commandId: string; ifMatch?: number | undefined },
): Promise<Result<MentorView>> {
  if (!may(actor, 'mentors.keep')) return refuse('only-staff-keep-mentors');
  const changed = await recordingOrRefusal(services, async (rec): Promise<Result<null>> => {
    const row = await lockMentor(rec.tx, id);
    if (!row) return refuse('no-such-mentor');
    if (await isMentorEventWritten(rec, { mentorId: id, commandId })) return ok(null);
    const stale = staleVersion(row, ifMatch);
    if (stale) return stale;
    const wrong = wrongTopic(services.programs.current().program, topics);
    if (wrong) return wrong;
    const today = todayOf(services, rec.at);
    const slip =
      pausedUntil === null
        ? null
        : outsideOf({ from: today, through: addDays(today, LONGEST_PAUSE_DAYS) }, pausedUntil);
    if (slip) return refuseAt('/pausedUntil', 'date-out-of-range', slip);
    await rec.tx.mentor.update({
      where: { id },
      data: {
        topics,
        states,
        capacity,
        pausedUntil: pausedUntil === null ? null : new Date(`${pausedUntil}T00:00:00Z`),
        version: { increment: 1 },
      },
    });
    await writeMentorEvent(rec, { mentorId: id, actor: actorRef(actor), type: 'changed', commandId });
    return ok(null);
  });
  return changed.ok ? readMentor(services, actor, id) : changed;
}

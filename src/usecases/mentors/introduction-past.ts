import type {
  IntroductionEventData,
  IntroductionEventType,
} from '../../domain/mentors/introduction-state.js';
import type { MentorEventType } from '../../domain/mentors/mentor-statuses.js';
import { introductionWorkflowId } from '../../domain/mentors/workflow-id.js';
import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { namesOf } from '../requests/read-request.js';

export interface ToldIntroductionEvent {
  type: IntroductionEventType;
  data: IntroductionEventData;
  at: string;
  /** Null: nobody by name, it came by itself. */
  name: string | null;
}

/** What became of an introduction, oldest first; for staff. */
export async function introductionPast(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<ToldIntroductionEvent[]>> {
  const refused = refuseUnless(actor, 'mentors.keep');
  if (refused) return refused;
  const events = await services.db.processEvent.findMany({
    where: { workflowId: introductionWorkflowId(id) },
    orderBy: { seq: 'asc' },
    take: 200,
  });
  const names = await namesOf(
    services,
    events.map((event) => event.actor),
  );
  return ok(
    events.map((event) => ({
      type: event.type as IntroductionEventType,
      data: event.data as IntroductionEventData,
      at: event.at.toISOString(),
      name: names.get(event.actor) ?? null,
    })),
  );
}

/** What became of a place in the pool, oldest first; for staff. */
export async function mentorPast(
  services: Services,
  actor: Actor,
  mentorId: string,
): Promise<Result<{ type: MentorEventType; at: string; name: string | null }[]>> {
  const refused = refuseUnless(actor, 'mentors.keep');
  if (refused) return refused;
  const events = await services.db.mentorEvent.findMany({
    where: { mentorId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: 200,
  });
  const names = await namesOf(
    services,
    events.map((event) => event.actor),
  );
  return ok(
    events.map((event) => ({
      type: event.type as MentorEventType,
      at: event.at.toISOString(),
      name: names.get(event.actor) ?? null,
    })),
  );
}

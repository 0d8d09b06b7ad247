import type { Actor } from '../../domain/people/actor.js';
import type { FEEDBACK_ANSWERS } from '../../domain/requests/decision.schema.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';

const DAY_MS = 86_400_000;

export interface AfterAnswerNumbers {
  /** How requesters say it was, answers given in the period. */
  feedback: Record<(typeof FEEDBACK_ANSWERS)[number], number>;
  /** Follow-up questions answered in the period, and how many of them by their due day. */
  followUps: { answered: number; inTime: number };
}

/** What came after the answers of the last days: counts of the whole desk, of nobody alone. */
export async function afterAnswerNumbers(
  services: Services,
  actor: Actor,
  periodDays: number,
): Promise<Result<AfterAnswerNumbers>> {
  const refused = refuseUnless(actor, 'requests.read');
  if (refused) return refused;
  const since = new Date(services.clock.now().getTime() - periodDays * DAY_MS);
  const [row] = await services.db.$queryRaw<
    [Record<'yes' | 'partly' | 'no' | 'answered' | 'inTime', number>]
  >`
    SELECT count(*) FILTER (WHERE feedback_answer = 'yes' AND feedback_at >= ${since})::int AS yes,
      count(*) FILTER (WHERE feedback_answer = 'partly' AND feedback_at >= ${since})::int AS partly,
      count(*) FILTER (WHERE feedback_answer = 'no' AND feedback_at >= ${since})::int AS no,
      count(*) FILTER (WHERE follow_up_answered_at >= ${since})::int AS answered,
      count(*) FILTER (WHERE follow_up_answered_at >= ${since}
        AND follow_up_answered_at <= follow_up_due_at)::int AS "inTime"
    FROM ta_request WHERE feedback_at >= ${since} OR follow_up_answered_at >= ${since}`;
  const { yes, partly, no, answered, inTime } = row;
  return ok({ feedback: { yes, partly, no }, followUps: { answered, inTime } });
}

import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';

export interface PollResult {
  answers: number;
  /** Means from 1 to 5; null: nobody answered. */
  useful: number | null;
  easyToFollow: number | null;
}

/** What the two questions after a call came to. */
export async function readPoll(
  services: Services,
  actor: Actor,
  callId: string,
): Promise<Result<PollResult>> {
  const refused = refuseUnless(actor, 'calls.decide');
  if (refused) return refused;
  const { _count, _avg } = await services.db.callPollAnswer.aggregate({
    where: { callId },
    _count: true,
    _avg: { useful: true, easyToFollow: true },
  });
  return ok({ answers: _count, ..._avg });
}

import { LIMITS } from '../../domain/limits.js';
import { type Actor, actorRef, isStaff } from '../../domain/people/actor.js';
import type { Submission } from '../../domain/requests/submission.schema.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { acceptRequest } from '../../usecases/requests/accept-request.js';
import { inRecording } from '../../usecases/requests/request-row.js';
import { tooOften } from '../too-often.js';
import { viewOf } from './request-view.js';

class Refusal extends Error {
  constructor(readonly refused: Extract<Result<never>, { ok: false }>) {
    super(refused.problem.code);
  }
}

/**
 * Takes a TA request: from a signed-in person for themself, or from a key or staff for somebody (no e-mail
 * confirmation needed). A refusal rolls everything back: nothing of it is stored. The same `id` is the same request.
 */
export async function submitRequest(
  services: Services,
  actor: Actor,
  submission: Submission,
  options: { receivedAt?: Date; id?: string } = {},
): Promise<Result<RequestView>> {
  if (actor.kind !== 'person' && !isStaff(actor)) {
    return refuse('unauthenticated', 'Sign in or send a key.');
  }
  if (actor.kind === 'person' && !(await isTheirs(services, actor.id, submission.requester.email))) {
    return refuse('forbidden', 'Send a request under your own address, the one you signed in with.');
  }
  const at = services.clock.now();
  try {
    const row = await inRecording(services, async (tx, toKick) => {
      const repeated =
        options.id !== undefined && (await tx.taRequest.count({ where: { id: options.id } })) > 0;
      const accepted = await acceptRequest(tx, services, toKick, {
        submission,
        id: options.id,
        actor: actorRef(actor),
        onBehalfOf: null,
        receivedAt: options.receivedAt ?? at,
        at,
        imported: false,
      });
      if (!accepted.ok) throw new Refusal(accepted);
      const often = repeated ? null : await tooOften({ ...services, db: tx }, actor, LIMITS.requests);
      if (often) throw new Refusal(often);
      return accepted.value;
    });
    return ok(await viewOf(services, actor, row.id));
  } catch (error) {
    if (error instanceof Refusal) return error.refused;
    throw error;
  }
}

async function isTheirs(services: Services, personId: string, email: string): Promise<boolean> {
  return (await services.db.personEmail.count({ where: { personId, email } })) > 0;
}

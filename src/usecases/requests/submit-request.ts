import { LIMITS } from '../../domain/limits.js';
import { type Actor, actorRef, isStaff } from '../../domain/people/actor.js';
import type { Submission } from '../../domain/requests/submission.schema.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { tooOften } from '../limits/too-often.js';
import { ownsAddress } from '../people/owns-address.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { acceptRequest, type FormFilesOf } from './accept-request.js';
import { viewOf } from './request-view.js';

/**
 * Takes a TA request: from a signed-in person for themself, or from a key or staff for somebody (no e-mail
 * confirmation needed). A refusal rolls everything back: nothing of it is stored. The same `id` is the same request.
 */
export async function submitRequest(
  services: Services,
  actor: Actor,
  submission: Submission,
  options: { receivedAt?: Date; id?: string; files?: FormFilesOf | undefined } = {},
): Promise<Result<RequestView>> {
  if (actor.kind !== 'person' && !isStaff(actor)) {
    return refuse('sign-in-or-key');
  }
  if (actor.kind === 'person' && !(await ownsAddress(services, actor, submission.requester.email))) {
    return refuse('ask-under-own-address');
  }
  const accepted = await recordingOrRefusal(services, async (rec) => {
    return acceptRequest(rec, services, {
      submission,
      id: options.id,
      actor: actorRef(actor),
      onBehalfOf: null,
      receivedAt: options.receivedAt,
      imported: false,
      files: options.files,
      limit: () => tooOften({ ...services, db: rec.tx }, actor, LIMITS.requests),
    });
  });
  return accepted.ok ? ok(await viewOf(services, actor, accepted.value.id)) : accepted;
}

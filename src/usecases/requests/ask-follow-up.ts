import { LIMITS } from '../../domain/limits.js';
import type { Actor } from '../../domain/people/actor.js';
import { followUpRefusal } from '../../domain/requests/after-answer.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { ok, type Result, refuse, refuseFor } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { tooOften } from '../limits/too-often.js';
import { toView, viewContext } from './request-view.js';
import { sendRequestCommand } from './send-request-command.js';
import { actsForRequester, visibleRequest } from './visible-request.js';

export type FollowUpView = NonNullable<RequestView['followUp']>;

/**
 * The requester asks one more question about the answer, until closing time of so many business days after it; over the
 * API staff may for them. It is answered within a promise of its own.
 */
export async function askFollowUp(
  services: Services,
  actor: Actor,
  id: string,
  { question }: { question: string },
  options: { commandId: string; ifMatch?: number },
): Promise<Result<FollowUpView>> {
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const row = found.value;
  const { allowed, onBehalfOf } = actsForRequester(actor, row);
  if (!allowed) return refuse('only-requester-or-staff');
  // Sent again, it is the same question, whatever the time is by now.
  const sentBefore = { requestId: id, updateId: options.commandId, field: 'follow-up' };
  if ((await services.db.caseText.count({ where: sentBefore })) === 0) {
    const context = await viewContext(services.db, services, actor);
    const { status, followUp, followUpUntil } = toView(row, context);
    const refused = followUpRefusal({ status, asked: followUp !== null }, followUpUntil, context.now);
    if (refused) return refuseFor(refused);
    const often = await tooOften(services, actor, LIMITS.letters, row.id);
    if (often) return often;
  }
  const asked = await sendRequestCommand(services, {
    actor,
    row,
    ...options,
    onBehalfOf,
    command: { kind: 'ask-follow-up' },
    texts: { 'follow-up': question },
  });
  if (!asked.ok) return asked;
  // Opened again since: the question goes on there.
  return asked.value.followUp ? ok(asked.value.followUp) : refuse('follow-up-asked-already');
}

import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { lockCall } from './call-row.js';

/**
 * The facilitator says which question is on; null: none. All who look at the live view see the same. Refuses
 * `forbidden`, `not-found` (no such call, or the question isn't selected for it), `not-allowed-now` (cancelled or over).
 */
export async function putQuestionOn(
  services: Services,
  actor: Actor,
  callId: string,
  questionId: string | null,
): Promise<Result<null>> {
  if (!may(actor, 'calls.questions')) return refuse('only-staff-put-on');
  const put = await recordingOrRefusal(services, async ({ tx }) => {
    const call = await lockCall(tx, callId);
    if (!call) return refuse('no-such-call');
    if (call.status === 'cancelled' || call.status === 'completed') {
      return refuse('nothing-put-on-while', { status: call.status });
    }
    const question = questionId && (await tx.callQuestion.findUnique({ where: { id: questionId } }));
    const selected = question && question.callId === callId && question.status === 'selected';
    if (questionId && !selected) return refuse('question-not-selected');
    await tx.call.update({ where: { id: callId }, data: { onQuestionId: questionId } });
    return ok(null);
  });
  if (put.ok) services.log.info({ callId, questionId, actor: actorRef(actor) }, 'a question was put on');
  return put;
}

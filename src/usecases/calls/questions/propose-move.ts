import { randomUUID } from 'node:crypto';
import { type CallStatus, isLive } from '../../../domain/calls/call-statuses.js';
import { type Actor, actorRef } from '../../../domain/people/actor.js';
import { may } from '../../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../../domain/result.js';
import type { Transaction } from '../../../ports/database.js';
import type { Services } from '../../../ports/services.js';
import { withKey } from '../../data-keys.js';
import { recordingOrRefusal } from '../../recording-or-refusal.js';
import { askAboutMove } from '../ask-about-move.js';
import { type CallRow, lockCall } from '../call-row.js';
import type { QuestionRow } from '../questions.js';
import { carryOutMove, refuseMove } from './move-question.js';
import { onePlace } from './one-place.js';
import { ownQuestion } from './own-question.js';

interface Ids {
  callId: string;
  questionId: string;
}

/** Answers to a proposal are taken until the questions of the call it was asked for are chosen. */
export function answersMove(
  question: Pick<QuestionRow, 'status' | 'moveToCallId' | 'moveAnswer'>,
  call: Pick<CallRow, 'status' | 'selectUntil'>,
  at: Date,
): boolean {
  const isOpen = question.moveToCallId !== null && question.moveAnswer === null;
  return isOpen && question.status === 'asked' && isLive(call.status as CallStatus) && at < call.selectUntil;
}

/** A question and its call, for whoever may answer whether it may move; `isOpen`: there is something to answer. */
export async function proposedMove(
  services: Services,
  actor: Actor,
  ids: Ids,
): Promise<Result<{ question: QuestionRow; call: CallRow; isOpen: boolean }>> {
  const found = await ownQuestion(services.db, actor, ids);
  if (!found.ok) return found;
  const question = found.value;
  const call = await services.db.call.findUniqueOrThrow({ where: { id: question.callId }, include: withKey });
  return ok({ question, call, isOpen: answersMove(question, call, services.clock.now()) });
}

/**
 * Staff find a question legal and ask its asker whether it may move to a call that takes it. From then on it is not
 * for its own call: unanswered or declined it is handed over when that call's questions are chosen. Done again,
 * nothing happens. Refuses as `moveQuestion`, and `not-allowed-now` once it was declined.
 */
export async function proposeMove(
  services: Services,
  actor: Actor,
  ids: Ids,
  { to }: { to: string },
): Promise<Result<null>> {
  if (!may(actor, 'calls.questions')) return refuse('only-staff-propose-move');
  return recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    for (const id of [ids.callId, to].sort()) await lockCall(tx, id);
    const { call, question } = await find(tx, ids);
    const target = await tx.call.findUnique({ where: { id: to }, include: withKey });
    if (!call || !target || !question) return refuse('no-such-question-or-call');
    if (question.moveAnswer === 'declined') return refuse('move-declined');
    if (question.moveToCallId === to && question.moveAnswer === null) return ok(null);
    const { at } = rec;
    if (at >= call.selectUntil) return refuse('no-time-to-answer-move');
    const refused = refuseMove(services, { call, target, question, at: rec.at });
    if (refused) return refused;
    await tx.callQuestion.update({
      where: { id: question.id },
      data: { status: 'asked', moveToCallId: to, moveAskedAt: at, version: { increment: 1 } },
    });
    services.log.info({ questionId: question.id, to, actor: actorRef(actor) }, 'a move was proposed');
    await askAboutMove(rec, services, { question, call, target, effect: to });
    return ok(null);
  });
}

/**
 * The asker, and nobody for them, agrees (it moves at once, with its first date) or declines. The same answer again
 * changes nothing. Refuses `not-found`, `not-allowed-now`, and what hinders the move by now.
 */
export async function answerMove(
  services: Services,
  actor: Actor,
  ids: Ids,
  answer: 'agree' | 'decline',
): Promise<Result<null>> {
  return onePlace(() =>
    recordingOrRefusal(services, async (rec) => {
      const { tx } = rec;
      const to = (await find(tx, ids)).question?.moveToCallId;
      // As for every move: always in this order.
      for (const id of [ids.callId, ...(to ? [to] : [])].sort()) await lockCall(tx, id);
      const { call, question } = await find(tx, ids);
      const isTheirs = actor.kind === 'person' && question?.personId === actor.id;
      if (!call || !question || !isTheirs) {
        return refuse('question-not-yours-to-answer');
      }
      if (question.moveAnswer === { agree: 'agreed', decline: 'declined' }[answer]) return ok(null);
      const target = to ? await tx.call.findUnique({ where: { id: to }, include: withKey }) : null;
      if (!target || question.moveToCallId !== to || !answersMove(question, call, rec.at)) {
        return refuse('nothing-to-answer');
      }
      if (answer === 'decline') {
        await tx.callQuestion.update({
          where: { id: question.id },
          data: { moveAnswer: 'declined', version: { increment: 1 } },
        });
        return ok(null);
      }
      const refused = refuseMove(services, { call, target, question, at: rec.at });
      if (refused) return refused;
      await carryOutMove(rec, services, {
        question,
        target,
        newId: randomUUID(),
        actor,
        agreed: true,
      });
      return ok(null);
    }),
  );
}

async function find(tx: Transaction, { callId, questionId }: Ids) {
  const call = await tx.call.findUnique({ where: { id: callId }, include: withKey });
  const question = await tx.callQuestion.findUnique({ where: { id: questionId }, include: withKey });
  return { call, question: question?.callId === callId ? question : null };
}

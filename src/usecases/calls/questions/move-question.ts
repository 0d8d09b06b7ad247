import { type CallStatus, isLive, LIVE_STATUSES } from '../../../domain/calls/call-statuses.js';
import { isStanding, type QuestionStatus } from '../../../domain/calls/question-statuses.js';
import { topicRuleOf } from '../../../domain/calls/recurrence.js';
import { type Actor, actorRef } from '../../../domain/people/actor.js';
import { may } from '../../../domain/people/permissions.js';
import type { CallSeries, CallTopic } from '../../../domain/program/call-series.schema.js';
import { needsSupervisor } from '../../../domain/program/lookup.js';
import { ok, type Result, refuse } from '../../../domain/result.js';
import type { Transaction } from '../../../ports/database.js';
import type { Services } from '../../../ports/services.js';
import { makeDataKey, withKey } from '../../data-keys.js';
import type { Recording } from '../../recording.js';
import { recordingOrRefusal } from '../../recording-or-refusal.js';
import { type CallRow, lockCall } from '../call-row.js';
import { seriesRule } from '../load-series.js';
import { openQuestion, sealQuestion } from '../question-text.js';
import type { QuestionRow } from '../questions.js';
import { queueCallMail } from '../queue-call-mail.js';
import { onePlace } from './one-place.js';
import { moveWorksheet } from './question-worksheet.js';

const OFFERED = 4;
const ABOUT = 'general-legal';

/** Coming calls of the series that take legal questions, soonest first. */
export async function callsForLegal(
  tx: Transaction,
  from: Pick<CallRow, 'id' | 'seriesId' | 'startsAt'>,
  { series, at }: { series: CallSeries; at: Date },
): Promise<CallRow[]> {
  const calls = await tx.call.findMany({
    where: {
      seriesId: from.seriesId,
      id: { not: from.id },
      status: { in: LIVE_STATUSES },
      startsAt: { gt: from.startsAt },
      questionsCloseAt: { gt: at },
    },
    orderBy: { startsAt: 'asc' },
    include: withKey,
  });
  return calls.filter((call) => takesLegal(series, call)).slice(0, OFFERED);
}

/**
 * Staff mark a question legal and move it to a call that takes it, with the asker's consent. It keeps its date;
 * the asker is told. Done again, nothing happens. Refuses `forbidden`, `not-found`, `not-allowed-now`,
 * `supervised-analysis`, `one-question-per-person`, `one-question-per-organization`.
 */
export async function moveQuestion(
  services: Services,
  actor: Actor,
  ids: { callId: string; questionId: string },
  { to, newId }: { to: string; newId: string },
): Promise<Result<null>> {
  if (!may(actor, 'calls.questions')) return refuse('only-staff-move');
  return onePlace(() =>
    recordingOrRefusal(services, async (rec) => {
      const { tx } = rec;
      // Always in this order, so that two moves cannot wait for each other.
      for (const id of [ids.callId, to].sort()) await lockCall(tx, id);
      const [call, target] = await Promise.all(
        [ids.callId, to].map((id) => tx.call.findUnique({ where: { id }, include: withKey })),
      );
      const question = await tx.callQuestion.findUnique({ where: { id: ids.questionId }, include: withKey });
      if (!call || !target || question?.callId !== call.id) {
        return refuse('no-such-question-or-call');
      }
      if (await tx.callQuestion.findUnique({ where: { id: newId }, include: withKey })) return ok(null);
      const refused = refuseMove(services, { call, target, question, at: rec.at });
      if (refused) return refused;
      await carryOutMove(rec, services, { question, target, newId, actor });
      return ok(null);
    }),
  );
}

/** The question leaves its call and stands under the other one; its asker is told. The caller has locked both. */
export async function carryOutMove(
  rec: Recording,
  services: Services,
  move: { question: QuestionRow; target: CallRow; newId: string; actor: Actor; agreed?: boolean },
): Promise<void> {
  const { tx } = rec;
  const { question, target, newId, actor, agreed = false } = move;
  await tx.callQuestion.update({
    where: { id: question.id },
    data: { status: 'moved', ...(agreed ? { moveAnswer: 'agreed' } : {}), version: { increment: 1 } },
  });
  const moved = await place(rec, services, { question, target, newId });
  await moveWorksheet(tx, services, question, moved);
  services.log.info(
    { questionId: question.id, to: target.id, actor: actorRef(actor) },
    'a question was moved',
  );
  await queueCallMail(rec, services, {
    kind: 'question-moved',
    call: target,
    about: moved.id,
    alsoAbout: target.id,
    to: moved.askerEmail,
    name: moved.askerName,
    link: `${services.appUrl}/my/calls`,
    effectKey: `${target.id}#${moved.id}#question-moved`,
  });
}

/** Why a question can't go to that call now; null: it can. */
export function refuseMove(
  services: Services,
  { call, target, question, at }: { call: CallRow; target: CallRow; question: QuestionRow; at: Date },
): Result<never> | null {
  const series = seriesRule(services, call.seriesId);
  const standing = isStanding(question.status as QuestionStatus);
  if (!series || !standing || !isLive(call.status as CallStatus) || call.startsAt <= at) {
    return refuse('question-moves-no-more');
  }
  const fits =
    target.seriesId === call.seriesId &&
    target.startsAt > call.startsAt &&
    isLive(target.status as CallStatus) &&
    target.questionsCloseAt > at &&
    takesLegal(series, target);
  if (!fits) return refuse('call-takes-no-questions');
  const supervised = needsSupervisor(services.programs.current().program, question.askerRole);
  if (supervised && !series.questions.supervisedMayAskAnalysis) {
    return refuse('supervised-question-not-moved');
  }
  return null;
}

/** The same question under the other call: sealed anew, for its text is bound to its row. */
async function place(
  rec: Recording,
  services: Services,
  { question, target, newId }: { question: QuestionRow; target: CallRow; newId: string },
): Promise<QuestionRow> {
  const dataKey = makeDataKey(rec, services, 'call_question');
  const { convertAt: _at, requestId: _request, handoverTokenHash: _token, dataKey: _key, ...kept } = question;
  const proposal = { moveToCallId: null, moveAskedAt: null, moveAnswer: null };
  const row = await rec.tx.callQuestion.create({
    data: {
      ...kept,
      ...proposal,
      id: newId,
      callId: target.id,
      status: 'asked',
      questionAbout: ABOUT,
      needsLegalAnalysis: true,
      dataKeyId: dataKey.id,
      sealed: sealQuestion(services, { id: newId, dataKey }, openQuestion(services, question)),
      version: 1,
    },
  });
  return { ...row, dataKey };
}

function takesLegal(series: CallSeries, call: CallRow): boolean {
  return topicRuleOf(series, call.topic as CallTopic)?.questionsAbout.includes(ABOUT) ?? false;
}

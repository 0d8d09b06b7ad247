import type { CallStatus } from '../../../domain/calls/call-statuses.js';
import { refuseByTime } from '../../../domain/calls/question-policy.js';
import type { CallTopic } from '../../../domain/program/call-series.schema.js';
import { needsSupervisor } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { formatPair, formatShortDateTime } from '../../../domain/time/format.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { CallRow } from '../../../records/calls/call-row.js';
import { answersMove } from '../../calls/questions/propose-move.js';
import type { QuestionView } from '../../calls/questions/question-view.schema.js';
import { paths } from '../../paths.js';
import { questionStatusText } from '../../text/call-questions.js';
import { myCallsText as text } from '../../text/my-calls.js';

/** One's own question: where it stands, what comes next, and what can be done. Pure. */
export function questionCard(args: {
  view: QuestionView;
  call: Pick<
    CallRow,
    'id' | 'status' | 'topic' | 'startsAt' | 'endsAt' | 'windowOpensAt' | 'questionsCloseAt' | 'selectUntil'
  >;
  callTitle: string;
  /** Its asker was told that it was not answered on the call. */
  handedBack: boolean;
  /** Of the request that has come of it. */
  reference: string | null;
  program: Program;
  now: Instant;
}) {
  const { view, call, callTitle, handedBack, reference, program, now } = args;
  const { zone } = program;
  const closesAt = call.questionsCloseAt.toISOString();
  const late = refuseByTime({
    call: {
      id: call.id,
      status: call.status as CallStatus,
      topic: call.topic as CallTopic,
      windowOpensAt: call.windowOpensAt.toISOString(),
      questionsCloseAt: closesAt,
    },
    at: now,
  });
  const changeable =
    !late && view.status !== 'withdrawn' && view.status !== 'moved' && view.status !== 'converted';
  const absent = view.status === 'selected' && handedBack;
  const convertible = handedBack && (view.status === 'not-selected' || view.status === 'selected');
  const unheard = view.status === 'not-selected' && call.status === 'cancelled';
  const move = {
    status: view.status,
    moveToCallId: view.proposedMove?.to ?? null,
    moveAnswer: view.proposedMove?.answer ?? null,
  };
  const asksToMove = answersMove(move, call, new Date(now));
  const declined = view.status === 'asked' && view.proposedMove?.answer === 'declined';
  const status = questionStatusText[view.status];
  return {
    href: paths.call(call.id),
    callTitle,
    startsAt: formatPair(call.startsAt.toISOString(), zone),
    tag: { text: unheard ? text.cancelledTag : status.tag, classes: status.classes },
    question: view.question,
    lines: [
      sentence(),
      ...(asksToMove ? [text.moveProposed(formatPair(call.selectUntil.toISOString(), zone))] : []),
      ...(declined ? [text.moveDeclined] : []),
      ...(changeable ? [text.until(formatPair(closesAt, zone))] : []),
      ...(convertible && view.convertsAt ? convertLines(view.convertsAt) : []),
    ],
    asked: text.asked(formatShortDateTime(view.askedAt, zone)),
    change: changeable ? paths.myQuestion(call.id, view.id) : null,
    withdraw: changeable ? paths.myQuestionWithdrawal(call.id, view.id) : null,
    answerMove: asksToMove ? paths.myQuestionMove(call.id, view.id) : null,
    makeRequest: convertible ? paths.myQuestionRequest(call.id, view.id) : null,
    request: view.requestId
      ? { href: paths.myRequest(view.requestId), text: text.seeRequest(reference ?? '') }
      : null,
  };

  function sentence(): string {
    if (absent) return text.absent;
    if (unheard) return text.callCancelled;
    if (view.status === 'selected' && now >= call.endsAt.toISOString()) return text.held;
    return status.sentence;
  }

  function convertLines(convertsAt: Instant): string[] {
    const waits = needsSupervisor(program, view.asker.role) && !view.supervisor;
    if (waits) return [text.waitsForSupervisor];
    return now < convertsAt ? [text.converts(formatPair(convertsAt, zone))] : [];
  }
}

import { type CallStatus, isLive, UNSETTLED_STATUSES } from '../../../domain/calls/call-statuses.js';
import { refuseByTime } from '../../../domain/calls/question-policy.js';
import { isOnCall } from '../../../domain/calls/question-statuses.js';
import { isOut, type RegistrationStatus } from '../../../domain/calls/registration-statuses.js';
import type { CallTopic } from '../../../domain/program/call-series.schema.js';
import { needsSupervisor } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { CallRow } from '../../../usecases/calls/call-row.js';
import { answersMove } from '../../../usecases/calls/questions/propose-move.js';
import type { QuestionView } from '../../../usecases/calls/questions/question-view.schema.js';
import { paths } from '../../paths.js';
import type { Texts } from '../../text/texts.js';
import { questionClasses } from '../parts/status-classes.js';

interface OwnQuestion {
  view: QuestionView;
  call: Pick<
    CallRow,
    'id' | 'status' | 'topic' | 'startsAt' | 'endsAt' | 'windowOpensAt' | 'questionsCloseAt' | 'selectUntil'
  >;
  callTitle: string;
  series: { id: string; title: string };
  /** How the asker stands with the series; null: never registered. */
  registration: RegistrationStatus | null;
  /** Its asker was told that it was not answered on the call. */
  handedBack: boolean;
  /** Who was there is known, and its asker was. */
  attended: boolean;
  /** Whether a worksheet is attached to it. */
  worksheet: boolean;
  /** Of the request that has come of it. */
  reference: string | null;
  program: Program;
  now: Instant;
}

/** One's own question: where it stands, what comes next, and what can be done. Pure. */
export function questionCard({ calls, dates }: Texts, args: OwnQuestion) {
  const text = calls.mine;
  const { call, callTitle, series, registration, handedBack, attended, reference, program, now } = args;
  const view = asTold(args.view, call.status as CallStatus);
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
  const changeable = !late && isOnCall(view.status);
  const absent = view.status === 'selected' && handedBack && !attended;
  const convertible = absent || (handedBack && view.status === 'not-selected');
  const unheard = view.status === 'not-selected' && call.status === 'cancelled';
  const move = {
    status: view.status,
    moveToCallId: view.proposedMove?.to ?? null,
    moveAnswer: view.proposedMove?.answer ?? null,
  };
  const asksToMove = answersMove(move, call, new Date(now));
  const proposed = move.moveToCallId !== null && (view.status === 'asked' || view.status === 'not-selected');
  const offTopic = proposed && view.status === 'not-selected' && !unheard;
  const held = view.status === 'selected' && !absent && now >= call.endsAt.toISOString();
  const status = calls.questionStatuses[view.status];
  const classes = questionClasses[view.status];
  const turnedAway = registration !== null && isOut(registration);
  const waysIn = missingWayIn();
  return {
    href: paths.call(call.id),
    callTitle,
    startsAt: dates.pair(call.startsAt.toISOString(), zone),
    tag: tag(),
    question: view.question,
    lines: [
      sentence(),
      ...(waysIn ? [waysIn] : []),
      ...(changeable ? [text.until(dates.pair(closesAt, zone))] : []),
      ...(convertible && view.convertsAt ? convertLines(view.convertsAt) : []),
    ],
    asked: text.asked(dates.shortDateTime(view.askedAt, zone)),
    worksheet: args.worksheet ? `${view.links.self}/worksheet` : null,
    change: changeable ? paths.myQuestion(call.id, view.id) : null,
    withdraw: changeable ? paths.myQuestionPage('withdraw', call.id, view.id) : null,
    register:
      waysIn && registration !== 'pending' && !turnedAway
        ? { href: paths.callRegister(series.id), text: text.register(series.title) }
        : null,
    answerMove: asksToMove ? paths.myQuestionPage('move', call.id, view.id) : null,
    makeRequest: convertible ? paths.myQuestionPage('request', call.id, view.id) : null,
    request: view.requestId
      ? { href: paths.myRequest(view.requestId), text: text.seeRequest(reference ?? '') }
      : null,
  };

  function sentence(): string {
    if (absent) return text.absent;
    if (unheard) return text.callCancelled;
    if (held) return handedBack ? text.foundAfterAll : text.held;
    if (asksToMove) return text.moveProposed(dates.pair(call.selectUntil.toISOString(), zone));
    if (offTopic) return text.offTopic;
    if (proposed) return move.moveAnswer === 'declined' ? text.moveDeclined : text.moveUnanswered;
    return status.sentence;
  }

  function tag(): { text: string; classes: string } {
    if (unheard) return { text: text.cancelledTag, classes };
    if (absent) return { text: text.absentTag, classes: 'govuk-tag--yellow' };
    if (held) return { text: text.heldTag, classes: 'govuk-tag--grey' };
    if (asksToMove) return { text: text.moveTag, classes: 'govuk-tag--yellow' };
    if (proposed) return { text: text.offTopicTag, classes: 'govuk-tag--yellow' };
    return { text: status.tag, classes };
  }

  /** Whose question may be discussed has to be let in; said while there is time to see to it. */
  function missingWayIn(): string | null {
    const comes = view.status === 'selected' || (view.status === 'asked' && !proposed);
    const coming = isLive(call.status as CallStatus) && now < call.endsAt.toISOString();
    if (!comes || !coming || registration === 'approved') return null;
    return text.registerFirst[registration === null ? 'none' : turnedAway ? 'out' : 'pending'];
  }

  function convertLines(convertsAt: Instant): string[] {
    const waits = needsSupervisor(program, view.asker.role) && !view.supervisor;
    if (waits) return [text.waitsForSupervisor];
    return now < convertsAt ? [text.converts(dates.pair(convertsAt, zone))] : [];
  }
}

/** Until the selection stands staff may still change it; its asker hears of it then. */
function asTold(view: QuestionView, call: CallStatus): QuestionView {
  const unsettled = UNSETTLED_STATUSES.includes(call);
  return view.status === 'selected' && unsettled ? { ...view, status: 'asked' } : view;
}

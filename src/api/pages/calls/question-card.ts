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
export function questionCard(texts: Texts, args: OwnQuestion) {
  const { call, callTitle, series, registration, reference, program } = args;
  const text = texts.calls.mine;
  const stands = standingOf(args);
  const { view, changeable, convertible, asksToMove } = stands;
  const { zone } = program;
  const { dates } = texts;
  const waysIn = missingWayIn(texts, args, stands);
  const mayRegister = waysIn !== null && registration !== 'pending' && !isTurnedAway(registration);
  const pageOf = (page: 'withdraw' | 'move' | 'request') => paths.myQuestionPage(page, call.id, view.id);
  return {
    href: paths.call(call.id),
    callTitle,
    startsAt: dates.pair(call.startsAt.toISOString(), zone),
    tag: tagOf(texts, stands),
    question: view.question,
    lines: [
      sentenceOf(texts, args, stands),
      ...(waysIn ? [waysIn] : []),
      ...(changeable ? [text.until(dates.pair(call.questionsCloseAt.toISOString(), zone))] : []),
      ...(convertible && view.convertsAt ? convertLines(texts, args, view.convertsAt) : []),
    ],
    asked: text.asked(dates.shortDateTime(view.askedAt, zone)),
    worksheet: args.worksheet ? `${view.links.self}/worksheet` : null,
    change: changeable ? paths.myQuestion(call.id, view.id) : null,
    withdraw: changeable ? pageOf('withdraw') : null,
    register: mayRegister ? { href: paths.callRegister(series.id), text: text.register(series.title) } : null,
    answerMove: asksToMove ? pageOf('move') : null,
    makeRequest: convertible ? pageOf('request') : null,
    request: view.requestId
      ? { href: paths.myRequest(view.requestId), text: text.seeRequest(reference ?? '') }
      : null,
  };
}

type Standing = ReturnType<typeof standingOf>;

/** How it stands, as its asker is told. */
function standingOf(args: OwnQuestion) {
  const { call, handedBack, attended, now } = args;
  const view = asTold(args.view, call.status as CallStatus);
  const { status, proposedMove } = view;
  const absent = status === 'selected' && handedBack && !attended;
  const unheard = status === 'not-selected' && call.status === 'cancelled';
  const move = {
    status,
    moveToCallId: proposedMove?.to ?? null,
    moveAnswer: proposedMove?.answer ?? null,
  };
  const proposed = move.moveToCallId !== null && (status === 'asked' || status === 'not-selected');
  return {
    view,
    changeable: !isLate(args) && isOnCall(status),
    absent,
    convertible: absent || (handedBack && status === 'not-selected'),
    unheard,
    asksToMove: answersMove(move, call, new Date(now)),
    proposed,
    declined: move.moveAnswer === 'declined',
    offTopic: proposed && status === 'not-selected' && !unheard,
    held: status === 'selected' && !absent && now >= call.endsAt.toISOString(),
  };
}

function isLate({ call, now }: OwnQuestion): boolean {
  const facts = {
    id: call.id,
    status: call.status as CallStatus,
    topic: call.topic as CallTopic,
    windowOpensAt: call.windowOpensAt.toISOString(),
    questionsCloseAt: call.questionsCloseAt.toISOString(),
  };
  return Boolean(refuseByTime({ call: facts, at: now }));
}

function sentenceOf(
  { calls, dates }: Texts,
  { call, handedBack, program }: OwnQuestion,
  of: Standing,
): string {
  const text = calls.mine;
  if (of.absent) return text.absent;
  if (of.unheard) return text.callCancelled;
  if (of.held) return handedBack ? text.foundAfterAll : text.held;
  if (of.asksToMove) return text.moveProposed(dates.pair(call.selectUntil.toISOString(), program.zone));
  if (of.offTopic) return text.offTopic;
  if (of.proposed) return of.declined ? text.moveDeclined : text.moveUnanswered;
  return calls.questionStatuses[of.view.status].sentence;
}

function tagOf({ calls }: Texts, of: Standing): { text: string; classes: string } {
  const text = calls.mine;
  const classes = questionClasses[of.view.status];
  if (of.unheard) return { text: text.cancelledTag, classes };
  if (of.absent) return { text: text.absentTag, classes: 'govuk-tag--yellow' };
  if (of.held) return { text: text.heldTag, classes: 'govuk-tag--grey' };
  if (of.asksToMove) return { text: text.moveTag, classes: 'govuk-tag--yellow' };
  if (of.proposed) return { text: text.offTopicTag, classes: 'govuk-tag--yellow' };
  return { text: calls.questionStatuses[of.view.status].tag, classes };
}

const isTurnedAway = (registration: RegistrationStatus | null) =>
  registration !== null && isOut(registration);

/** Whose question may be discussed has to be let in; said while there is time to see to it. */
function missingWayIn(
  { calls }: Texts,
  { call, now, registration }: OwnQuestion,
  { view, proposed }: Standing,
): string | null {
  const comes = view.status === 'selected' || (view.status === 'asked' && !proposed);
  const coming = isLive(call.status as CallStatus) && now < call.endsAt.toISOString();
  if (!comes || !coming || registration === 'approved') return null;
  const which = registration === null ? 'none' : isTurnedAway(registration) ? 'out' : 'pending';
  return calls.mine.registerFirst[which];
}

function convertLines(
  { calls, dates }: Texts,
  { view, program, now }: OwnQuestion,
  convertsAt: Instant,
): string[] {
  const text = calls.mine;
  if (needsSupervisor(program, view.asker.role) && !view.supervisor) return [text.waitsForSupervisor];
  return now < convertsAt ? [text.converts(dates.pair(convertsAt, program.zone))] : [];
}

/** Until the selection stands staff may still change it; its asker hears of it then. */
function asTold(view: QuestionView, call: CallStatus): QuestionView {
  const unsettled = UNSETTLED_STATUSES.includes(call);
  return view.status === 'selected' && unsettled ? { ...view, status: 'asked' } : view;
}

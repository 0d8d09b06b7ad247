import type { Instant } from '../time/instant.js';
import type { CallCommandEnvelope, CallCommandKind } from './call-command.js';
import type { CallState } from './call-state.js';
import { type CallStatus, LIVE_STATUSES } from './call-status.js';
import type { CallTimes } from './occurrence.js';

export interface CallRefused {
  code: 'not-allowed-now' | 'invalid';
  detail: string;
}

/** In which statuses each command may be carried out. Buttons on pages are made from this table. */
export const CALL_ALLOWED_IN: Record<CallCommandKind, readonly CallStatus[]> = {
  select: ['open', 'questions-closed'],
  cancel: LIVE_STATUSES,
  reschedule: LIVE_STATUSES,
  confirm: LIVE_STATUSES,
  'publish-recap': ['held', 'completed'],
  // A meeting may be over before its scheduled end, and the desk may be behind.
  'mark-attendance': [...LIVE_STATUSES, 'held', 'completed'],
};

/**
 * Whether a command may be carried out now: null, or the refusal with its reason.
 * The workflow's validator and the pages ask this same function. Synchronous and pure.
 */
export function callAllowance(
  state: CallState,
  { command, commandId }: Pick<CallCommandEnvelope, 'command' | 'commandId'>,
  at: Instant,
): CallRefused | null {
  if (state.handled.includes(commandId)) return null;
  if (!CALL_ALLOWED_IN[command.kind].includes(state.status)) {
    return notNow(`"${command.kind}" is not possible while the call is ${state.status}.`);
  }
  switch (command.kind) {
    case 'select':
      return selecting(state, command.count, at);
    case 'cancel':
      return at >= state.times.endsAt ? notNow('The call is over.') : null;
    case 'reschedule':
      return moving(state, command.times, at);
    case 'confirm':
      if (at >= state.times.startsAt) return notNow('The call has begun.');
      return state.staffConfirmed ? notNow('The call has been confirmed already.') : null;
    case 'publish-recap':
      if (state.retired) return notNow('The call is too long ago for a recap.');
      return state.recapPublishedAt ? notNow('The recap has been published already.') : null;
    case 'mark-attendance':
      if (state.retired) return notNow('The call is too long ago to change who was there.');
      return at < state.times.startsAt ? notNow('The call has not begun.') : null;
  }
}

function selecting(state: CallState, count: number, at: Instant): CallRefused | null {
  if (at >= state.times.selectUntil) return notNow('The time to select is over; the selection stands.');
  if (!Number.isInteger(count) || count < 0 || count > state.rules.maxQuestions) {
    return invalid(`Choose at most ${state.rules.maxQuestions} questions for this call.`);
  }
  return null;
}

function moving(state: CallState, times: CallTimes, at: Instant): CallRefused | null {
  if (at >= state.times.endsAt) return notNow('The call is over.');
  if (times.startsAt <= at) return invalid('Choose a time that is still to come.');
  if (times.startsAt === state.times.startsAt) return invalid('The call is at that time already.');
  const { windowOpensAt, questionsCloseAt, selectUntil, startsAt, endsAt } = times;
  const inOrder = questionsCloseAt <= selectUntil && selectUntil <= startsAt && startsAt < endsAt;
  const keepsWord =
    windowOpensAt <= state.times.windowOpensAt &&
    (questionsCloseAt >= state.times.questionsCloseAt || questionsCloseAt === startsAt);
  return inOrder && keepsWord ? null : invalid('These times do not fit together.');
}

const notNow = (detail: string): CallRefused => ({ code: 'not-allowed-now', detail });
const invalid = (detail: string): CallRefused => ({ code: 'invalid', detail });

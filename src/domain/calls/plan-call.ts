import { addDays } from '../time/add-days.js';
import type { BusinessCalendar } from '../time/calendar.js';
import { planning } from '../time/cannot-plan.js';
import type { Instant } from '../time/instant.js';
import { CALL_DEADLINES, type CallDeadline, type CallState } from './call-state.js';
import { isLive, type LiveStatus } from './call-statuses.js';
import { cancelsItselfAt } from './cancels-itself.js';
import { dayFlagOn, dayOffOn } from './day-off.js';
import { handoverAt } from './handover.js';

/** Of calls planned before the program said how many days after a call it is closed. */
const CLOSE_AFTER_DAYS = 14;

/** What of a call depends on today's calendar. */
export interface CallPlan {
  next: CallDeadline | null;
  dayOff: CallState['dayOff'];
  /** Name of the holiday or closure, for the row; never in the state. */
  dayOffName: string | null;
  /** Staff have heard of what stands against its date now: a day off, or Christmas Eve. */
  flagged: boolean;
}

export interface PlanCallInput {
  state: CallState;
  calendar: BusinessCalendar;
  at: Instant;
}

/** Computes what is due next. Called in activities and transactions, never in workflows. @throws CannotPlan */
export function planCall(input: PlanCallInput): CallPlan {
  return planning(() => plan(input));
}

function plan(input: PlanCallInput): CallPlan {
  const { calendar, at } = input;
  const { date } = input.state.times;
  const dayOff = dayOffOn(calendar, date);
  const known = dayOff && { kind: dayOff.kind, since: input.state.dayOff?.since ?? at };
  const flag = dayFlagOn(calendar, date) !== null;
  const flagged = flag && input.state.flagged && !appears(known, input.state.dayOff);
  const state = { ...input.state, dayOff: known, flagged };
  const { status } = state;
  const pending = isLive(status)
    ? [...dayOffDeadlines(state, flag), ...liveDeadlines(state, status)]
    : afterwards(input);
  return { next: first(pending), dayOff: known, dayOffName: dayOff?.name ?? null, flagged };
}

/** Told of the eve alone, staff have not heard that the call is cancelled unless they confirm it. */
const appears = (now: CallState['dayOff'], before: CallState['dayOff']) => now !== null && before === null;

/** The state with what the calendar says now. */
export function withCallPlan(state: CallState, { next, dayOff, flagged }: CallPlan): CallState {
  return { ...state, next, dayOff, flagged };
}

function dayOffDeadlines(state: CallState, flag: boolean): CallDeadline[] {
  if (!flag || state.staffConfirmed) return [];
  const flagging: CallDeadline[] = state.flagged ? [] : [{ kind: 'flag-day-off', at: state.times.flagAt }];
  const cancelAt = cancelsItselfAt(state);
  return cancelAt ? [...flagging, { kind: 'cancel-day-off', at: cancelAt }] : flagging;
}

function liveDeadlines(state: CallState, status: LiveStatus): CallDeadline[] {
  const { times } = state;
  switch (status) {
    case 'planned':
      return [{ kind: 'window-opens', at: times.windowOpensAt }];
    case 'open':
      return [...reminder(state), { kind: 'cut-off', at: times.questionsCloseAt }];
    case 'questions-closed':
      return [...reminder(state), { kind: 'select-until', at: times.selectUntil }];
    case 'confirmed':
      return [...reminder(state), { kind: 'ends', at: times.endsAt }];
  }
}

/** The notice of a move says the new time, so a reminder whose time was past by then is not sent. */
function reminder({ times, reminded, movedAt }: CallState): CallDeadline[] {
  const done = reminded.includes(times.date) || (movedAt !== null && times.reminderAt <= movedAt);
  return done ? [] : [{ kind: 'reminder', at: times.reminderAt }];
}

function afterwards({ state, calendar }: PlanCallInput): CallDeadline[] {
  const from = state.status === 'cancelled' ? state.cancelledAt : state.times.endsAt;
  if (!state.handedOver && from) {
    const businessDays = state.rules.convertAfterBusinessDays;
    return [{ kind: 'hand-over', at: handoverAt({ calendar, from, businessDays }) }];
  }
  if (state.status === 'cancelled' || state.retired) return [];
  const days = state.rules.closeAfterDays ?? CLOSE_AFTER_DAYS;
  const at = calendar.opens(addDays(calendar.dateOf(state.times.endsAt), days));
  return [{ kind: state.status === 'held' ? 'completed' : 'retire', at }];
}

function first(pending: CallDeadline[]): CallDeadline | null {
  const rank = (deadline: CallDeadline) => CALL_DEADLINES.indexOf(deadline.kind);
  return pending.reduce<CallDeadline | null>((found, deadline) => {
    if (found === null || deadline.at < found.at) return deadline;
    return deadline.at === found.at && rank(deadline) < rank(found) ? deadline : found;
  }, null);
}

import { addDays } from '../time/add-days.js';
import type { BusinessCalendar } from '../time/calendar.js';
import { planning } from '../time/cannot-plan.js';
import type { Instant } from '../time/instant.js';
import { CALL_DEADLINES, type CallDeadline, type CallState } from './call-state.js';
import { isLive, type LiveStatus } from './call-statuses.js';
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
  /** Staff are to hear of this date: a day off, or Christmas Eve. */
  flag: boolean;
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
  const { state, calendar, at } = input;
  const { status } = state;
  const dayOff = dayOffOn(calendar, state.times.date);
  const known = dayOff && { kind: dayOff.kind, since: state.dayOff?.since ?? at };
  const flag = dayFlagOn(calendar, state.times.date) !== null;
  const pending = isLive(status)
    ? [...dayOffDeadlines(state, known, flag), ...liveDeadlines(state, status)]
    : afterwards(input);
  return { next: first(pending), dayOff: known, dayOffName: dayOff?.name ?? null, flag };
}

/** The state with what the calendar says now; told again if the day off went away and came back. */
export function withCallPlan(state: CallState, plan: CallPlan): CallState {
  return { ...state, next: plan.next, dayOff: plan.dayOff, flagged: plan.flag && state.flagged };
}

function dayOffDeadlines(state: CallState, dayOff: CallState['dayOff'], flag: boolean): CallDeadline[] {
  if (!flag || state.staffConfirmed) return [];
  const { times } = state;
  const flagging: CallDeadline[] = state.flagged ? [] : [{ kind: 'flag-day-off', at: times.flagAt }];
  const cancelAt = dayOff && cancelOn(state, dayOff.since);
  return cancelAt ? [...flagging, { kind: 'cancel-day-off', at: cancelAt }] : flagging;
}

/** A closure entered when the window is already open leaves staff until the call's next step to confirm. */
function cancelOn({ status, times }: CallState, since: Instant): Instant | null {
  if (status === 'planned') return times.windowOpensAt;
  const steps = [times.questionsCloseAt, times.reminderAt, times.startsAt].sort();
  return steps.find((step) => step > since) ?? null;
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

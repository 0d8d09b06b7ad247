import type { BusinessCalendar } from '../time/calendar.js';
import { planning } from '../time/cannot-plan.js';
import type { Instant } from '../time/instant.js';
import { nextCallDeadline } from './call-due.js';
import type { CallDeadline, CallState } from './call-state.js';
import { dayFlagOn, dayOffOn } from './day-off.js';

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
  const next = nextCallDeadline({ state, calendar, flag });
  return { next, dayOff: known, dayOffName: dayOff?.name ?? null, flagged };
}

/** Told of the eve alone, staff have not heard that the call is cancelled unless they confirm it. */
const appears = (now: CallState['dayOff'], before: CallState['dayOff']) => now !== null && before === null;

/** The state with what the calendar says now. */
export function withCallPlan(state: CallState, { next, dayOff, flagged }: CallPlan): CallState {
  return { ...state, next, dayOff, flagged };
}

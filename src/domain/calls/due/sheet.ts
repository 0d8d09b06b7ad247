import type { BusinessCalendar } from '../../time/calendar.js';
import type { Instant } from '../../time/instant.js';
import type { CallState } from '../call-state.js';
import type { CallOutcome } from '../decisions/sheet.js';

/** What a call's dates are computed from: its state with what the calendar says now. */
export interface CallDueInput {
  state: CallState;
  calendar: BusinessCalendar;
  /** Something stands against its date: a day off, or Christmas Eve. */
  flag: boolean;
}

/** A kind of deadline: when it comes, and what happens when nobody did what would have prevented it. Pure. */
export interface CallDueSheet {
  /** Null: not as the call stands. Asked in activities, never in workflows. */
  when: (input: CallDueInput) => Instant | null;
  whenDue: (state: CallState, at: Instant) => CallOutcome;
}

/** Back after an outage: the call was to be over already, and nobody is written to. */
export function late(state: CallState, at: Instant): { late?: boolean } {
  return at >= state.times.startsAt ? { late: true } : {};
}

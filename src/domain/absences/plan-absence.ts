import type { BusinessCalendar } from '../time/calendar.js';
import { planning } from '../time/cannot-plan.js';
import type { Instant } from '../time/instant.js';
import { nextAbsenceDeadline } from './absence-due.js';
import type { AbsenceDeadline, AbsenceState } from './absence-state.js';

/** What of an absence depends on today's calendar. */
export interface AbsencePlan {
  beginsAt: Instant;
  returnsAt: Instant;
  next: AbsenceDeadline | null;
}

/**
 * From the hour of reminders of the first day, or from when it was set on that day; to that hour of the first business day
 * after the last one. Called in activities and transactions, never in workflows. @throws CannotPlan
 */
export function planAbsence({
  state,
  calendar,
  remindersAt,
}: {
  state: AbsenceState;
  calendar: BusinessCalendar;
  /** The program's time of day for reminders. */
  remindersAt: string;
}): AbsencePlan {
  return planning(() => {
    const morning = calendar.at(state.firstDay, remindersAt);
    const isPast = state.setAt > morning;
    const dates = {
      beginsAt: isPast ? state.setAt : morning,
      returnsAt: calendar.at(calendar.nextBusinessDay(state.lastDay), remindersAt),
    };
    return { ...dates, next: nextAbsenceDeadline({ ...state, ...dates }) };
  });
}

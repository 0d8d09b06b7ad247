import type { BusinessCalendar } from './calendar.js';
import type { ClockRun } from './clock-runs.js';
import type { IsoDate } from './instant.js';
import { isAfter } from './is-after.js';

export interface DueDate {
  date: IsoDate;
  /** The date is kept by a floor, beyond the promised number of days. */
  floored: boolean;
}

/**
 * The day on which the promised number of business days is used up; null while paused with days left.
 * A run that was overdue when it was paused keeps its date (the breach stays). One paused in time passes
 * what is left to the next run; with nothing left that run's day zero is the due day.
 */
export function dueDateOf(args: {
  calendar: BusinessCalendar;
  runs: readonly ClockRun[];
  total: number;
}): DueDate | null {
  const { calendar, runs, total } = args;
  let used = 0;
  for (const run of runs) {
    const due = dueInRun(calendar, run, Math.max(0, total - used));
    if (run.paused === null || isAfter(run.paused.at, calendar.closes(due.date))) return due;
    used += calendar.businessDaysBetween(run.dayZero, run.paused.date);
  }
  return null;
}

function dueInRun(calendar: BusinessCalendar, run: ClockRun, left: number): DueDate {
  const promised = calendar.addBusinessDays(run.dayZero, left);
  if (run.floor === null) return { date: promised, floored: false };
  // A closure entered later may fall on the floor itself.
  const floor = calendar.addBusinessDays(run.floor, 0);
  return floor > promised ? { date: floor, floored: true } : { date: promised, floored: false };
}

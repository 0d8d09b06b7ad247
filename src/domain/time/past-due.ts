import type { BusinessCalendar } from './calendar.js';
import type { Instant, IsoDate } from './instant.js';

/** Business days after `fromDate` through `toDate` are passed over; null: still paused. */
export interface PauseInterval {
  fromDate: IsoDate;
  toDate: IsoDate | null;
}

/**
 * The n-th past-due step (n from 1): opening time of the 1st, 6th, 11th… business day after the due day.
 * Days of a pause do not count: escalations hold, then go on. Null: held by a pause that has no end yet.
 */
export function pastDueSteps(args: {
  calendar: BusinessCalendar;
  dueAt: Instant;
  everyBusinessDays: number;
  pauses?: readonly PauseInterval[];
}): (n: number) => Instant | null {
  const { calendar, dueAt, everyBusinessDays, pauses = [] } = args;
  const dueDate = calendar.dateOf(dueAt);
  const openPause = pauses.find((pause) => pause.toDate === null);

  const stepAfter = (from: IsoDate, businessDays: number): IsoDate | null => {
    let date = from;
    for (let left = businessDays; left > 0; ) {
      date = calendar.nextBusinessDay(date);
      if (openPause && date > openPause.fromDate) return null;
      if (!pauses.some((pause) => isWithin(pause, date))) left -= 1;
    }
    return date;
  };
  // Each step is found from the one before: an imported request may be hundreds of steps overdue.
  const steps: IsoDate[] = [];
  return (n) => {
    while (steps.length < n) {
      const last = steps.at(-1);
      const next = last === undefined ? stepAfter(dueDate, 1) : stepAfter(last, everyBusinessDays);
      if (next === null) return null;
      steps.push(next);
    }
    return calendar.opens(steps[n - 1] ?? dueDate);
  };
}

function isWithin(pause: PauseInterval, date: IsoDate): boolean {
  return date > pause.fromDate && (pause.toDate === null || date <= pause.toDate);
}

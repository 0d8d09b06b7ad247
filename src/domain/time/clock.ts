import type { BusinessCalendar } from './calendar.js';
import { type ClockRun, sortIntoRuns } from './clock-runs.js';
import { dueDateOf } from './due-date.js';
import type { Instant, IsoDate } from './instant.js';
import { buildLedger } from './ledger.js';
import type { ClockEvent, ClockReading } from './types.js';

/**
 * Reads a request's clock at an instant from its typed events (oldest first; all of them apply).
 * Due at closing time of the `promiseDays`-th business day after day zero. Calendar edits are not pinned:
 * closures move open deadlines, while a stopped clock is read on the calendar of its stop.
 * Used days have no upper limit (an overdue clock goes on counting); left days are never negative.
 */
export function readClock(args: {
  calendar: BusinessCalendar;
  events: readonly ClockEvent[];
  promiseDays: number;
  at: Instant;
}): ClockReading {
  const { events, promiseDays } = args;
  const stop = events.find((event) => event.type === 'stopped');
  const calendar = stop ? args.calendar.asOf(stop.at) : args.calendar;
  const { state, total, startedAt, runs } = sortIntoRuns({ calendar, events, promiseDays });
  if (startedAt === null) {
    return { state, businessDaysUsed: 0, businessDaysLeft: total, dueAt: null, days: [] };
  }
  const today = calendar.dateOf(stop?.at ?? args.at);
  const due = dueDateOf({ calendar, runs, total });
  const used = usedBy(calendar, runs, today);
  return {
    state,
    businessDaysUsed: used,
    businessDaysLeft: due ? leftUntil(calendar, runs, due.date, today) : Math.max(0, total - used),
    dueAt: due ? calendar.closes(due.date) : null,
    days: buildLedger({ calendar, startedAt, runs, due, through: today }),
  };
}

function usedBy(calendar: BusinessCalendar, runs: readonly ClockRun[], today: IsoDate): number {
  return runs.reduce(
    (used, run) => used + calendar.businessDaysBetween(run.dayZero, run.paused?.date ?? today),
    0,
  );
}

/** Counted to the due date, so that a floor shows the days there really are. */
function leftUntil(
  calendar: BusinessCalendar,
  runs: readonly ClockRun[],
  due: IsoDate,
  today: IsoDate,
): number {
  const start = runs.at(-1)?.dayZero ?? today;
  return calendar.businessDaysBetween(today > start ? today : start, due);
}

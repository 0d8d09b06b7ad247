import { addDays } from './add-days.js';
import type { BusinessCalendar } from './calendar.js';
import type { ClockRun } from './clock-runs.js';
import type { DueDate } from './due-date.js';
import type { Instant, IsoDate } from './instant.js';
import type { LedgerDay } from './types.js';

/**
 * Explains a deadline day by day, from the date of receipt through the due date, or through `through` while
 * there is none. Reasons: names of holidays and closures; `weekend` or `after-hours` on a date of receipt
 * that is not day zero, `day-0` on the day zero that follows; `floor` on a due day kept by a floor.
 */
export function buildLedger(args: {
  calendar: BusinessCalendar;
  startedAt: Instant;
  runs: readonly ClockRun[];
  due: DueDate | null;
  through: IsoDate;
}): LedgerDay[] {
  const { calendar, startedAt, runs, due, through } = args;
  const received = calendar.dateOf(startedAt);
  const last = due?.date ?? through;
  const days: LedgerDay[] = [
    { date: received, kind: 'received', count: 0, reason: receiptReason(calendar, received, runs) },
  ];
  let count = 0;
  for (let date = addDays(received, 1); date <= last; date = addDays(date, 1)) {
    const day = calendar.dayOf(date);
    if (day.kind !== 'business') {
      days.push({ date, kind: day.kind, count, reason: day.name });
      continue;
    }
    const counts = runs.some((run) => countsIn(run, date));
    if (counts) count += 1;
    if (date === due?.date) {
      days.push({ date, kind: 'due', count, reason: due.floored ? 'floor' : null });
    } else if (counts) {
      days.push({ date, kind: 'counted', count, reason: null });
    } else if (isFirstDayZero(runs, date)) {
      days.push({ date, kind: 'received', count, reason: 'day-0' });
    } else {
      days.push({ date, kind: 'paused', count, reason: null });
    }
  }
  return days;
}

function receiptReason(
  calendar: BusinessCalendar,
  received: IsoDate,
  runs: readonly ClockRun[],
): string | null {
  if (runs[0]?.dayZero === received) return null;
  const day = calendar.dayOf(received);
  if (day.kind === 'business') return 'after-hours';
  return day.name ?? 'weekend';
}

function countsIn(run: ClockRun, date: IsoDate): boolean {
  return date > run.dayZero && (run.paused === null || date <= run.paused.date);
}

/** Paused before its first day zero came, the clock has that day zero only if it also resumed on it. */
function isFirstDayZero(runs: readonly ClockRun[], date: IsoDate): boolean {
  const [first, second] = runs;
  if (first?.dayZero !== date) return false;
  return first.paused === null || first.paused.date >= date || second?.dayZero === date;
}

import type { BusinessCalendar } from '../time/calendar.js';
import type { Instant, IsoDate } from '../time/instant.js';
import { dayZero } from '../time/receipt.js';
import { targetFor } from '../time/second-clock.js';
import type { ClockReading } from '../time/types.js';

/** The one date that binds: the promise, or an earlier target because of a court or filing date still ahead. */
export interface AnswerBy {
  at: Instant;
  because: 'promise' | 'court' | 'filing';
  /** Business days after today, as the clock counts them, up to and including it; 0 on the day itself and when it is past. */
  businessDaysLeft: number;
}

/**
 * Which date people see first. A court or filing date that has passed binds nobody any more: the promise does.
 * Null when neither is known, or the clock has stopped.
 */
export function answerBy(args: {
  calendar: BusinessCalendar;
  reading: ClockReading;
  court: { kind: string; date: IsoDate } | null;
  businessDaysBefore: number;
  at: Instant;
}): AnswerBy | null {
  const { calendar, reading, court, at } = args;
  if (reading.state === 'stopped') return null;
  const today = calendar.dateOf(at);
  const promise = reading.dueAt;
  const expected = expectedDueAt(calendar, at, reading);
  const until = (instant: Instant) => calendar.businessDaysBetween(today, calendar.dateOf(instant));
  // A day of receipt still to come counts for neither date; while nothing runs there is none.
  const notCounted = promise === null ? 0 : Math.max(0, until(expected) - reading.businessDaysLeft);
  const left = (instant: Instant) => Math.max(0, until(instant) - notCounted);
  const { targetAt, targetIsCourt } = targetFor({
    calendar,
    // Before the clock runs, a date is measured against where the promise would fall if it began now.
    promiseDueAt: expected,
    courtDate: court?.date ?? null,
    businessDaysBefore: args.businessDaysBefore,
  });
  if (court && court.date >= today && targetIsCourt && targetAt) {
    return {
      at: targetAt,
      because: court.kind === 'filing' ? 'filing' : 'court',
      businessDaysLeft: left(targetAt),
    };
  }
  return promise === null
    ? null
    : { at: promise, because: 'promise', businessDaysLeft: reading.businessDaysLeft };
}

/** Where the promise falls, or would fall if its clock (re)started now. */
export function expectedDueAt(calendar: BusinessCalendar, at: Instant, reading: ClockReading): Instant {
  return (
    reading.dueAt ??
    calendar.closes(calendar.addBusinessDays(dayZero(calendar, at), reading.businessDaysLeft))
  );
}

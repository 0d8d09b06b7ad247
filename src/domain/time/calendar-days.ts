import { addDays } from './add-days.js';
import type { BusinessCalendar } from './calendar.js';
import type { Instant } from './instant.js';

/**
 * For waits counted in calendar days (reminders, lapse): opening time of the next business day strictly
 * after the date that lies `calendarDays` after `from`.
 */
export function nextBusinessDayAfter(args: {
  calendar: BusinessCalendar;
  from: Instant;
  calendarDays: number;
}): Instant {
  const { calendar, from, calendarDays } = args;
  return calendar.opens(calendar.nextBusinessDay(addDays(calendar.dateOf(from), calendarDays)));
}

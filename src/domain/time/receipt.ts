import type { BusinessCalendar } from './calendar.js';
import type { Instant, IsoDate } from './instant.js';
import { isAfter } from './is-after.js';

/** The day of receipt; what comes after closing time or on a day the office is shut counts as the next one's. */
export function dayZero(calendar: BusinessCalendar, at: Instant): IsoDate {
  const date = calendar.dateOf(at);
  const inTime = calendar.isBusinessDay(date) && !isAfter(at, calendar.closes(date));
  return inTime ? date : calendar.nextBusinessDay(date);
}

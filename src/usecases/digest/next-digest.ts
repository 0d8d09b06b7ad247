import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { Instant } from '../../domain/time/instant.js';

/** The hour of reminders of the first business day that has it still ahead. */
export function nextDigestAt({
  calendar,
  remindersAt,
  after,
}: {
  calendar: BusinessCalendar;
  remindersAt: string;
  after: Instant;
}): Instant {
  const today = calendar.dateOf(after);
  const at = (day: string) => calendar.at(day, remindersAt);
  if (calendar.isBusinessDay(today) && at(today) > after) return at(today);
  return at(calendar.nextBusinessDay(today));
}

/** Whether it is a business day, and its hour of reminders has come. */
export function isMorningPast({
  calendar,
  remindersAt,
  at,
}: {
  calendar: BusinessCalendar;
  remindersAt: string;
  at: Instant;
}): boolean {
  const today = calendar.dateOf(at);
  return calendar.isBusinessDay(today) && at >= calendar.at(today, remindersAt);
}

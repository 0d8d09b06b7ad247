import { DateTime, Duration } from 'luxon';
import type { Instant } from './instant.js';

/** The text is an ISO 8601 duration above zero and at most so many years long, like `P1D` or `PT6H`. */
export function isDuration(text: string, { maxYears }: { maxYears: number }): boolean {
  const duration = Duration.fromISO(text);
  return duration.isValid && duration.as('milliseconds') > 0 && duration.as('years') <= maxYears;
}

/** Counted in UTC: a day is 24 hours. @throws RangeError on malformed text. */
export function addDuration(instant: Instant, text: string): Instant {
  const moved = DateTime.fromISO(instant, { zone: 'utc' }).plus(Duration.fromISO(text));
  const iso = moved.toISO();
  if (iso === null) throw new RangeError('not an instant or not a duration');
  return iso;
}

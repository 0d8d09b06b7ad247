import type { BusinessCalendar } from './calendar.js';
import { readClock } from './clock.js';
import type { Instant } from './instant.js';
import type { LedgerDay } from './types.js';

/** "When would I hear back?": the deadline of something received at an instant, explained day by day. */
export function whenWouldIHear(args: {
  calendar: BusinessCalendar;
  receivedAt: Instant;
  businessDays: number;
}): {
  dueAt: Instant;
  days: LedgerDay[];
} {
  const { calendar, receivedAt, businessDays } = args;
  const { dueAt, days } = readClock({
    calendar,
    events: [{ type: 'started', at: receivedAt }],
    promiseDays: businessDays,
    at: receivedAt,
  });
  if (dueAt === null) throw new RangeError('a running clock has a due date');
  return { dueAt, days };
}

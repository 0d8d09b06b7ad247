import { addDays } from '../time/add-days.js';
import type { BusinessCalendar } from '../time/calendar.js';
import type { Instant, IsoDate } from '../time/instant.js';

/** How far off a date is on a certain day. */
export interface Distance {
  businessDays: number;
  when: 'passed' | 'today' | 'tomorrow' | 'later';
}

/** Counted on the day of `at`, not on the day for which a reminder was planned: they differ when it leaves late. */
export function distanceTo(calendar: BusinessCalendar, date: IsoDate, at: Instant): Distance {
  const today = calendar.dateOf(at);
  const when =
    date < today ? 'passed' : date === today ? 'today' : date === addDays(today, 1) ? 'tomorrow' : 'later';
  return { businessDays: when === 'passed' ? 0 : calendar.businessDaysBetween(today, date), when };
}

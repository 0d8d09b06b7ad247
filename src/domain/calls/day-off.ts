import type { BusinessCalendar } from '../time/calendar.js';
import type { IsoDate } from '../time/instant.js';
import type { DayFlag, DayOff } from './occurrence.js';

/** The holiday or closure on a date. A weekend is none: an extra call on a Saturday is meant that way. */
export function dayOffOn(calendar: BusinessCalendar, date: IsoDate): DayOff | null {
  const day = calendar.dayOf(date);
  if (day.kind !== 'holiday' && day.kind !== 'closure') return null;
  return { kind: day.kind, name: day.name ?? '' };
}

/** The monthly call falls on December 24 in some years: an office day on which few will come. */
export function dayFlagOn(calendar: BusinessCalendar, date: IsoDate): DayFlag | null {
  const dayOff = dayOffOn(calendar, date);
  if (dayOff) return dayOff;
  return date.endsWith('-12-24') ? { kind: 'eve', name: 'Christmas Eve' } : null;
}

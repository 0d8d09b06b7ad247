import { allForYear } from '@18f/us-federal-holidays';
import type { IsoDate } from './instant.js';

const byYear = new Map<number, Map<IsoDate, string>>();

/**
 * US federal holidays as observed in one calendar year; Inauguration Day is not among them.
 * New Year's Day on a Saturday is observed on December 31 and listed under the next year, so both years
 * are read. Only `dateString` is used: the package's `Date`s are in the host's zone.
 */
export function federalHolidays(year: number): ReadonlyMap<IsoDate, string> {
  const known = byYear.get(year);
  if (known) return known;
  const observed = [...allForYear(year), ...allForYear(year + 1)]
    .filter((holiday) => holiday.dateString.startsWith(`${year}-`))
    .map((holiday) => [holiday.dateString, holiday.name] as const);
  const holidays = new Map(observed);
  byYear.set(year, holidays);
  return holidays;
}

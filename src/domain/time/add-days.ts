import type { IsoDate } from './instant.js';

const DAY_MS = 86_400_000;

/** Steps a calendar date by whole days; a date has no zone, so this is plain UTC arithmetic. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(epochMs(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: IsoDate): number {
  return new Date(epochMs(date)).getUTCDay();
}

/** Mondays to Fridays from January 5, 1970, a Monday, through the date; of an earlier date as many less. */
export function weekdaysThrough(date: IsoDate): number {
  const days = epochMs(date) / DAY_MS - 4;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7 + 1, 5);
}

/** @throws RangeError when the text is not a date such as `2026-12-02`. */
function epochMs(date: IsoDate): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError('not a calendar date (yyyy-mm-dd)');
  return ms;
}

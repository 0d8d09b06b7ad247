import { DateTime } from 'luxon';
import type { IsoDate } from './instant.js';

/** Dates that people may type, both ends included. What lies outside is a slip of the hand. */
export interface DateRange {
  from: IsoDate;
  through: IsoDate;
}

/** Each seen from today on the desk's own clock. */
export const DATE_RANGES = {
  courtOrFiling: (today: IsoDate) => ({ from: years(today, -1), through: years(today, 10) }),
  closure: (today: IsoDate) => ({ from: today, through: years(today, 5) }),
  callAtAnotherTime: (today: IsoDate) => ({ from: today, through: years(today, 2) }),
  taskDue: (today: IsoDate) => ({ from: today, through: years(today, 2) }),
  absence: (today: IsoDate) => ({ from: today, through: years(today, 2) }),
  precedentReview: (today: IsoDate) => ({ from: today, through: years(today, 3) }),
  importedReceipt: (today: IsoDate) => ({ from: years(today, -10), through: today }),
} satisfies Record<string, (today: IsoDate) => DateRange>;

/** The range a date lies outside of, to be told; null inside. */
export function outsideOf({ from, through }: DateRange, date: IsoDate): DateRange | null {
  return date >= from && date <= through ? null : { from, through };
}

/** February 29 becomes the 28th. */
function years(date: IsoDate, count: number): IsoDate {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ years: count }).toFormat('yyyy-MM-dd');
}

import { addDays } from './add-days.js';
import type { IsoDate } from './instant.js';

/** Days in a row, both ends included. */
export interface DaySpan {
  from: IsoDate;
  until: IsoDate;
}

/** Each day of it. */
export function daysOf({ from, until }: DaySpan): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}

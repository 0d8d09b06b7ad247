import type { IsoDate } from '../time/instant.js';

/** The first and the last day of a time away. */
export interface DaysAway {
  firstDay: IsoDate;
  lastDay: IsoDate;
}

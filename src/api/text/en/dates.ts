import {
  formatDate,
  formatDateTime,
  formatDayOf,
  formatPair,
  formatShortDate,
  formatShortDateTime,
  formatTime,
} from '../../../domain/time/format.js';
import type { IsoDate } from '../../../domain/time/instant.js';
import { localTimes } from './local-times.js';

const DAY_OF_WEEK = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'short',
  month: 'short',
  day: 'numeric',
});

/** Dates and times as people read them; mails write them alike. */
export const dates = {
  date: formatDate,
  dateTime: formatDateTime,
  /** In the program's zone and in another. */
  pair: formatPair,
  shortDate: formatShortDate,
  shortDateTime: formatShortDateTime,
  /** The time alone, where the day is known. */
  time: formatTime,
  /** The day of an instant, with its year. */
  dayOf: formatDayOf,
  /** Beside a pair, where the reader is. */
  local: localTimes,
  /** `Mon, Nov 2`: short enough for a narrow screen. */
  dayOfWeek: (date: IsoDate): string => DAY_OF_WEEK.format(new Date(`${date}T12:00:00Z`)),
  clockTime,
};

/** `17:00` as `5:00 PM PT`, the whole year round. */
function clockTime(time: string, zone: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const words = `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'shortGeneric',
  }).formatToParts(0);
  return `${words} ${parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone}`;
}

import { DateTime } from 'luxon';
import type { Instant, IsoDate } from './instant.js';

const PACIFIC = 'America/Los_Angeles';
const EASTERN = 'America/New_York';
const LONG_DATE = 'cccc, LLLL d, yyyy';
const TIME = 'h:mm a';

/** `Wednesday, December 2, 2026` */
export function formatDate(date: IsoDate): string {
  return read(date, 'utc').toFormat(LONG_DATE);
}

/** `Wednesday, December 2, 2026, 12:00 PM PT` */
export function formatDateTime(instant: Instant, zone: string): string {
  const time = read(instant, zone);
  return `${time.toFormat(`${LONG_DATE}, ${TIME}`)} ${zoneLabel(time)}`;
}

/**
 * `Wednesday, December 2, 2026, 12:00 PM PT / 3:00 PM ET`; the second date is said where it is another one.
 * A program in the second zone itself gets one time.
 */
export function formatPair(instant: Instant, zone: string = PACIFIC, otherZone: string = EASTERN): string {
  const here = read(instant, zone);
  const there = read(instant, otherZone);
  const first = formatDateTime(instant, zone);
  if (zoneLabel(here) === zoneLabel(there)) return first;
  const otherDay = here.toISODate() === there.toISODate() ? '' : `${there.toFormat('cccc, LLLL d')}, `;
  return `${first} / ${otherDay}${there.toFormat(TIME)} ${zoneLabel(there)}`;
}

/** `Dec 2`, for dense tables. */
export function formatShortDate(date: IsoDate): string {
  return read(date, 'utc').toFormat('LLL d');
}

/** `Dec 2, 5:00 PM`, for dense tables. */
export function formatShortDateTime(instant: Instant, zone: string): string {
  return read(instant, zone).toFormat(`LLL d, ${TIME}`);
}

/** `10:42 AM`, of a day that is known. */
export function formatTime(instant: Instant, zone: string): string {
  return read(instant, zone).toFormat(TIME);
}

/** `Dec 2, 2026`: the day on which it was, where years are apart. */
export function formatDayOf(instant: Instant, zone: string): string {
  return read(instant, zone).toFormat('LLL d, yyyy');
}

/** @throws RangeError on malformed text or an unknown zone. */
function read(text: string, zone: string): DateTime<true> {
  const time = DateTime.fromISO(text, { zone, locale: 'en-US' });
  if (!time.isValid) throw new RangeError(`cannot format: ${time.invalidReason}`);
  return time;
}

/** Making one takes longer than all else about a date; there are some hundred zones. */
const labels = new Map<string, Intl.DateTimeFormat>();

function labelFormat(timeZone: string): Intl.DateTimeFormat {
  const known =
    labels.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'shortGeneric' });
  if (labels.size < 1_000) labels.set(timeZone, known);
  return known;
}

/** The name people use all year: `PT`, `ET`. */
function zoneLabel(time: DateTime<true>): string {
  const format = labelFormat(time.zoneName);
  const part = format.formatToParts(time.toMillis()).find(({ type }) => type === 'timeZoneName');
  return part?.value ?? time.zoneName;
}

import type { CallSeries } from '../../domain/program/call-series.schema.js';

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth'];

/** A call series in a few words: `every Wednesday, 12:00 PM to 1:00 PM Pacific time`. */
export function callWords(series: CallSeries, zone: string): { title: string; when: string } {
  const { recurrence } = series;
  const weekday = recurrence.weekday.charAt(0).toUpperCase() + recurrence.weekday.slice(1);
  const days =
    recurrence.every === 'week'
      ? `every ${weekday}`
      : `every ${ORDINALS[recurrence.ordinal]} ${weekday} of the month`;
  const [hour = 0, minute = 0] = series.startsAt.split(':').map(Number);
  const start = hour * 60 + minute;
  return {
    title: series.title,
    when: `${days}, ${clockTime(start)} to ${clockTime(start + series.durationMinutes)} ${zoneWords(zone)}`,
  };
}

function clockTime(minutes: number): string {
  const hour = Math.floor(minutes / 60) % 24;
  const minute = String(minutes % 60).padStart(2, '0');
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `Pacific Time`, the whole year round. */
function zoneWords(zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

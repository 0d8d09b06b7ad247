import { DateTime, IANAZone } from 'luxon';
import type { Instant, IsoDate } from './instant.js';

/** Wall time of one IANA zone; the only place where the clock meets daylight saving time. */
export interface Zone {
  name: string;
  /** The date on the wall at an instant. @throws RangeError when the text is not an instant. */
  dateOf(instant: Instant): IsoDate;
  /** The instant at which the wall shows `HH:mm` on a date. @throws RangeError on a malformed date or time. */
  at(date: IsoDate, time: string): Instant;
}

const known = new Map<string, Zone>();

/** @throws RangeError when the zone is unknown. */
export function createZone(name: string): Zone {
  const zone = known.get(name) ?? makeZone(name);
  known.set(name, zone);
  return zone;
}

function makeZone(name: string): Zone {
  if (!IANAZone.isValidZone(name)) throw new RangeError(`unknown time zone: ${name}`);
  const zone = IANAZone.create(name);
  return {
    name,
    dateOf(instant) {
      return DateTime.fromISO(instant, { zone }).toISODate() ?? malformed('instant');
    },
    at(date, time) {
      return DateTime.fromISO(`${date}T${time}`, { zone }).toUTC().toISO() ?? malformed('date or time');
    },
  };
}

function malformed(what: string): never {
  throw new RangeError(`malformed ${what}`);
}

import { formatDateTime, formatPair } from '../../../domain/time/format.js';
import type { Instant } from '../../../domain/time/instant.js';
import { isZone } from '../../../domain/time/is-zone.js';

export interface LocalTimes {
  /** `Wednesday, December 2, 2026, 12:00 PM PT / 3:00 PM ET` */
  announced: string;
  /** The viewer's own wall time; null when it reads the same as one of the two, or the zone is unknown. */
  viewer: { zone: string; text: string } | null;
}

/** Zones whose short name few people there would recognize. */
const PLACES: Record<string, string> = {
  'America/Phoenix': 'Arizona time',
  'Pacific/Honolulu': 'Hawaii time',
  'Pacific/Guam': 'Guam time',
  'Pacific/Saipan': 'Saipan time',
  'Pacific/Pago_Pago': 'Samoa time',
  'America/Puerto_Rico': 'Puerto Rico time',
  'America/St_Thomas': 'Virgin Islands time',
};

/** How a call's time reads in Pacific and Eastern time and, beside them, where the viewer is. */
export function localTimes(args: {
  at: Instant;
  programZone: string;
  viewerZone?: string | null;
}): LocalTimes {
  const { at, programZone, viewerZone } = args;
  const announced = formatPair(at, programZone);
  // A browser may send anything.
  if (!viewerZone || !isZone(viewerZone)) return { announced, viewer: null };
  const text = inZone(at, viewerZone);
  const said = [programZone, EASTERN].map((zone) => formatDateTime(at, zone));
  return { announced, viewer: said.includes(text) ? null : { zone: viewerZone, text } };
}

const EASTERN = 'America/New_York';

function inZone(at: Instant, zone: string): string {
  const text = formatDateTime(at, zone);
  const place = PLACES[zone];
  return place ? text.replace(/(AM|PM) .*/, `$1 ${place}`) : text;
}

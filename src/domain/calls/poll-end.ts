import { addDays } from '../time/add-days.js';
import type { Instant, IsoDate } from '../time/instant.js';
import { createZone } from '../time/zone.js';
import { later } from './earlier-later.js';

export interface PollEnd {
  lastDay: IsoDate;
  /** From then on nothing is taken: the midnight after the last day. */
  closesAt: Instant;
}

/** The two questions about a call are open for so many days after it, or after its recap, whose mail leads to them. */
export function pollEnd(args: {
  endsAt: Instant;
  recapPublishedAt: Instant | null;
  days: number;
  zone: string;
}): PollEnd {
  const zone = createZone(args.zone);
  const from = args.recapPublishedAt ? later(args.endsAt, args.recapPublishedAt) : args.endsAt;
  const lastDay = addDays(zone.dateOf(from), args.days);
  return { lastDay, closesAt: zone.at(addDays(lastDay, 1), '00:00') };
}

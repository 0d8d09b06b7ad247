import type { Instant, IsoDate } from '../time/instant.js';

/** The court or filing date that comes first, and the day we aim for because of it. */
export interface CourtFirst {
  courtOn?: IsoDate;
  /** Absent when that day is past already. */
  targetOn?: IsoDate;
}

interface OnTheDay {
  now: Instant;
  today: IsoDate;
  dayOf: (at: Instant) => IsoDate;
}

/** A date that is past binds nobody any more. */
const ahead = (courtDate: IsoDate | null, today: IsoDate): courtDate is IsoDate =>
  courtDate !== null && courtDate >= today;

/** What binds besides the promise; `first`: the court's or agency's day comes before ours. */
export function besideThePromise(
  { courtDate, targetAt, first }: { courtDate: IsoDate | null; targetAt: Instant | null; first: boolean },
  { now, today, dayOf }: OnTheDay,
): CourtFirst {
  if (!first || !ahead(courtDate, today)) return {};
  return { courtOn: courtDate, ...(targetAt && targetAt >= now ? { targetOn: dayOf(targetAt) } : {}) };
}

/** While we wait: the date that comes before the wait ends by itself. */
export function besideTheWait(
  { courtDate, lapseOn }: { courtDate: IsoDate | null; lapseOn: IsoDate | undefined },
  { today }: Pick<OnTheDay, 'today'>,
): CourtFirst {
  return lapseOn !== undefined && ahead(courtDate, today) && courtDate <= lapseOn
    ? { courtOn: courtDate }
    : {};
}

import { type Result, refuseAt } from '../result.js';
import { DATE_RANGES, outsideOf } from '../time/date-range.js';
import type { IsoDate } from '../time/instant.js';

/** Null, or why a court or filing date is not taken: more than a year past, or more than ten years ahead. */
export function refuseCourtDate(
  court: { date: IsoDate } | null | undefined,
  today: IsoDate,
): Result<never> | null {
  const slip = court ? outsideOf(DATE_RANGES.courtOrFiling(today), court.date) : null;
  return slip ? refuseAt('/courtOrFilingDeadline/date', 'date-out-of-range', slip) : null;
}

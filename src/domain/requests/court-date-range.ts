import { type Result, refuse } from '../result.js';
import { DATE_RANGES, outsideOf } from '../time/date-range.js';
import type { IsoDate } from '../time/instant.js';

/** Null, or why a court or filing date is not taken: more than a year past, or more than ten years ahead. */
export function refuseCourtDate(
  court: { date: IsoDate } | null | undefined,
  today: IsoDate,
): Result<never> | null {
  const message = court ? outsideOf(DATE_RANGES.courtOrFiling(today), court.date) : null;
  return message ? refuse('invalid', message, [{ pointer: '/courtOrFilingDeadline/date', message }]) : null;
}

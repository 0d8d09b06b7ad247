import type { BusinessCalendar } from './calendar.js';
import type { Instant, IsoDate } from './instant.js';
import { isAfter } from './is-after.js';

/**
 * The earlier of the promise and closing time three business days before a court or filing date.
 * `targetIsCourt` (urgent) only when the court's is strictly earlier, or the promise has no date now.
 */
export function targetFor(args: {
  calendar: BusinessCalendar;
  promiseDueAt: Instant | null;
  courtDate: IsoDate | null;
  businessDaysBefore?: number;
}): { targetAt: Instant | null; targetIsCourt: boolean } {
  const { calendar, promiseDueAt, courtDate, businessDaysBefore = 3 } = args;
  if (courtDate === null) return { targetAt: promiseDueAt, targetIsCourt: false };
  const courtTarget = calendar.closes(calendar.addBusinessDays(courtDate, -businessDaysBefore));
  if (promiseDueAt === null || isAfter(promiseDueAt, courtTarget)) {
    return { targetAt: courtTarget, targetIsCourt: true };
  }
  return { targetAt: promiseDueAt, targetIsCourt: false };
}

export interface CourtWarning {
  businessDaysBefore: number;
  at: Instant;
}

/** Opening time, so many business days before the date; oldest first. They run through pauses. */
export function courtWarnings(args: {
  calendar: BusinessCalendar;
  courtDate: IsoDate;
  businessDaysBefore: readonly number[];
}): CourtWarning[] {
  const { calendar, courtDate } = args;
  return [...args.businessDaysBefore]
    .sort((a, b) => b - a)
    .map((days) => ({
      businessDaysBefore: days,
      at: calendar.opens(calendar.addBusinessDays(courtDate, -days)),
    }));
}

/** When a date that passed unanswered goes to the director: opening time of the next business day. */
export function courtDatePassedAt(args: { calendar: BusinessCalendar; courtDate: IsoDate }): Instant {
  return args.calendar.opens(args.calendar.nextBusinessDay(args.courtDate));
}

/** What has to be said to the requester at once about a date. Today is too soon, not past. */
export function courtDateProblem(args: {
  calendar: BusinessCalendar;
  courtDate: IsoDate;
  at: Instant;
  minimumBusinessDays?: number;
}): 'past' | 'too-soon' | null {
  const { calendar, courtDate, at, minimumBusinessDays = 2 } = args;
  const today = calendar.dateOf(at);
  if (courtDate < today) return 'past';
  // Asked from today's side: counting to a date somebody mistyped could take the process's time away.
  const soonest = minimumBusinessDays === 0 ? today : calendar.addBusinessDays(today, minimumBusinessDays);
  return courtDate < soonest ? 'too-soon' : null;
}

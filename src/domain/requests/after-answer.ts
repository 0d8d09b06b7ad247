import type { Program } from '../program/program.schema.js';
import { because, type Problem } from '../result.js';
import type { BusinessCalendar } from '../time/calendar.js';
import { readClock } from '../time/clock.js';
import type { Instant } from '../time/instant.js';
import { isAfter } from '../time/is-after.js';
import { dayZero } from '../time/receipt.js';
import type { ClockReading } from '../time/types.js';
import type { Closing, FollowUp, RequestState } from './state.js';
import type { RequestStatus } from './statuses.js';

// What goes on after the answer, in the same episode: one follow-up question with a clock of its own, and the end by
// itself, which an open follow-up or an asked reopening holds.

export const NOT_CLOSING: Closing = { toldAt: null, heldSince: null, from: null };

type Answered = Pick<RequestState, 'status' | 'clock'> & Partial<Pick<RequestState, 'followUp' | 'closing'>>;
type Rules = Pick<Program, 'clock'>;

/** The follow-up question that waits for an answer; null: none. */
export function openFollowUp({ status, followUp }: Omit<Answered, 'clock'>): FollowUp | null {
  return status === 'responded' && followUp && followUp.answeredAt === null ? followUp : null;
}

/** When it was answered; the clock stopped with the answer. Null: it is not answered. */
export function respondedAt({ status, clock }: Answered): Instant | null {
  const last = clock.at(-1);
  return status === 'responded' && last?.type === 'stopped' ? last.at : null;
}

/** The follow-up's clock, as it reads at an instant; null: none was asked. */
export function followUpReading(
  { followUp }: Pick<Answered, 'followUp'>,
  { calendar, program, at }: { calendar: BusinessCalendar; program: Rules; at: Instant },
): ClockReading | null {
  const promiseDays = program.clock.afterAnswer.followUpBusinessDays;
  return followUp ? readClock({ calendar, events: followUp.clock, promiseDays, at }) : null;
}

/** Until when a follow-up may be asked: closing time of so many business days after the answer. Null: not, or not any more. */
export function followUpUntil(
  { status, answeredAt, asked }: { status: RequestStatus; answeredAt: Instant | null; asked: boolean },
  { calendar, program }: { calendar: BusinessCalendar; program: Rules },
): Instant | null {
  if (status !== 'responded' || answeredAt === null || asked) return null;
  const { askBusinessDays } = program.clock.afterAnswer;
  return calendar.closes(calendar.addBusinessDays(dayZero(calendar, answeredAt), askBusinessDays));
}

/** Why no follow-up can be asked now; null when it can. `until`: as `followUpUntil` says. */
export function followUpRefusal(
  { status, asked }: { status: RequestStatus; asked: boolean },
  until: Instant | null,
  now: Instant,
): Problem | null {
  if (status !== 'responded') return because('no-follow-up-while', { status });
  if (asked) return because('follow-up-asked-already');
  return until === null || isAfter(now, until) ? because('follow-up-too-late') : null;
}

/** After an answer, until it is opened again. */
export function feedbackRefusal(status: RequestStatus, answeredAt: Instant | null): Problem | null {
  return answeredAt !== null && (status === 'responded' || status === 'closed')
    ? null
    : because('no-feedback-now');
}

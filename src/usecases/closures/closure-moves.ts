import type { Program } from '../../domain/program/program.schema.js';
import { openFollowUp } from '../../domain/requests/after-answer.js';
import type { RequestState } from '../../domain/requests/state.js';
import { isOpen, OPEN_STATUSES, type RequestStatus } from '../../domain/requests/statuses.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import { readClock } from '../../domain/time/clock.js';
import type { DaySpan } from '../../domain/time/day-span.js';
import { floorForRemoval } from '../../domain/time/floor-date.js';
import type { Instant, IsoDate } from '../../domain/time/instant.js';
import type { ClockEvent } from '../../domain/time/types.js';
import type { Transaction } from '../../ports/database.js';
import { courtDateOf, type RequestRow } from '../requests/request-row.js';

export interface TouchedRequest {
  id: string;
  reference: string;
  episode: number;
  /** Null where only reminders or warnings move. */
  move: { dueAt: Instant; newDueAt: Instant } | null;
  /** Date below which a removal must not shorten the deadline. */
  floor: IsoDate | null;
}

/** Which open requests a change of some days in a row touches, on the calendars without and with it. Pure but for the reading. */
export async function touchedBy(
  tx: Transaction,
  change: {
    before: BusinessCalendar;
    after: BusinessCalendar;
    span: DaySpan;
    at: Date;
    removal: boolean;
    programOf(versionId: string): Promise<Program>;
  },
): Promise<TouchedRequest[]> {
  const { before, after, span, removal } = change;
  const at = change.at.toISOString();
  const rows = await tx.taRequest.findMany({
    // Answered ones have a date too: of a follow-up, or of the notice that they close.
    where: { OR: [{ status: { in: OPEN_STATUSES } }, { status: 'responded', nextDueAt: { not: null } }] },
    orderBy: { receivedAt: 'asc' },
  });
  const touched: TouchedRequest[] = [];
  for (const row of rows) {
    const rules = (await change.programOf(row.programVersionId)).clock;
    const { events, promiseDays } = runningClock(row, rules);
    const businessDays = rules.closureRemovalFloorBusinessDays;
    const read = (calendar: BusinessCalendar) => readClock({ calendar, events, promiseDays, at }).dueAt;
    const [oldDueAt, newDueAt] = [read(before), read(after)];
    const { id, reference, episode } = row;
    if (oldDueAt !== null && newDueAt !== null && oldDueAt !== newDueAt) {
      const floor = removal
        ? floorForRemoval({ calendar: after, oldDueAt, newDueAt, at, businessDays })
        : null;
      const kept = floor === null ? newDueAt : after.closes(floor);
      const move = kept === oldDueAt ? null : { dueAt: oldDueAt, newDueAt: kept };
      touched.push({ id, reference, episode, move, floor });
    } else if (hasDatesAround({ span, after, at, row, overdue: oldDueAt !== null && oldDueAt < at })) {
      touched.push({ id, reference, episode, move: null, floor: null });
    }
  }
  return touched;
}

/** The promise’s clock, or that of an open follow-up; an answered request has no other. */
function runningClock(
  { status, clockEvents, processState }: Pick<RequestRow, 'status' | 'clockEvents' | 'processState'>,
  rules: Program['clock'],
): { events: ClockEvent[]; promiseDays: number } {
  const state = processState as unknown as RequestState | null;
  if (status !== 'responded') {
    return { events: clockEvents as unknown as ClockEvent[], promiseDays: rules.promiseBusinessDays };
  }
  const followUp = state && openFollowUp(state);
  return { events: followUp?.clock ?? [], promiseDays: rules.afterAnswer.followUpBusinessDays };
}

/** Reminders, warnings before a court date and steps after the due day are counted in business days too. */
function hasDatesAround(args: {
  span: DaySpan;
  after: BusinessCalendar;
  at: Instant;
  overdue: boolean;
  row: { status: string; nextDueAt: Date | null; courtDeadlineDate: Date | null };
}): boolean {
  const { span, after, at, overdue, row } = args;
  if (span.until < after.dateOf(at)) return false;
  const court = isOpen(row.status as RequestStatus) ? courtDateOf(row) : null;
  if (overdue || (court !== null && span.from <= court)) return true;
  const next = row.nextDueAt && after.dateOf(row.nextDueAt.toISOString());
  return next !== null && next >= span.from && next <= span.until;
}

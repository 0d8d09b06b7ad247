import { randomUUID } from 'node:crypto';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Refusal, type Result, refuse, refuseAt } from '../../domain/result.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import { DATE_RANGES, outsideOf } from '../../domain/time/date-range.js';
import { type DaySpan, daysOf } from '../../domain/time/day-span.js';
import type { Services } from '../../ports/services.js';
import { tellAbsences } from '../absences/tell-absences.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { lockCalendar } from '../calendar/lock-calendar.js';
import { recording } from '../recording.js';
import type { ClosureChange, ClosureInput } from './closure.schema.js';
import { callsOn, fateOf } from './closure-calls.js';
import { dayOf, namedSpan } from './closure-entry.js';
import { touchedBy } from './closure-moves.js';
import { tellCalls } from './tell-calls.js';
import { tellIntroductions } from './tell-introductions.js';
import { tellReviews } from './tell-reviews.js';
import { movesOf, tellTouched } from './tell-touched.js';

/** A quarter of a year; whoever is closed for longer has no desk. */
const MOST_DAYS = 92;

/**
 * Enters a day the office is closed, or several in a row as one entry, and tells, in the same transaction, every open
 * request it touches, once. With `preview` nothing is kept: the answer says whom it would move.
 * Refuses `invalid` (a past day, one more than five years ahead, a last day before the first, too many),
 * `not-allowed-now` (closed already), `forbidden`.
 */
export async function enterClosure(
  services: Services,
  actor: Actor,
  { date, until = date, name }: ClosureInput,
  options: { preview: boolean },
): Promise<Result<ClosureChange>> {
  if (!may(actor, 'closures.edit')) return refuse('only-director-enters-closures');
  const span = { from: date, until };
  return recording(services, async (rec) => {
    const { tx } = rec;
    await lockCalendar(tx);
    const { at } = rec;
    const before = await loadCalendar(tx, services);
    const refused = wrongSpan(span, before, at);
    if (refused) return refused;
    const id = randomUUID();
    const entered = { entryId: id, name, enteredAt: at, enteredBy: actorRef(actor) };
    await tx.closure.createMany({
      data: daysOf(span)
        .filter((day) => !isClosed(before, day))
        .map((day, index) => ({ ...entered, id: index === 0 ? id : randomUUID(), date: dayOf(day) })),
    });
    const after = await loadCalendar(tx, services);
    const programOf = (versionId: string) => services.programs.byVersion(tx, versionId);
    const touched = await touchedBy(tx, { before, after, span, at, removal: false, programOf });
    const days = { span, calendar: after, at };
    const calls = await callsOn(tx, days);
    if (options.preview) await tx.closure.deleteMany({ where: { entryId: id } });
    else {
      await tellTouched(rec, { touched, changeId: id });
      await tellCalls(rec, { calls: calls.live, changeId: id });
      await tellReviews(rec, { changeId: id });
      await tellAbsences(rec, { changeId: id });
      await tellIntroductions(rec, { changeId: id });
    }
    return ok({ ...namedSpan(span), name, moves: movesOf(touched), ...fateOf(calls, days) });
  });
}

const isClosed = (calendar: BusinessCalendar, day: string) => calendar.dayOf(day).kind === 'closure';

/** Days between that are closed already stay as they were entered; at the ends it is a slip. */
function wrongSpan({ from, until }: DaySpan, calendar: BusinessCalendar, at: Date): Refusal | null {
  const today = calendar.dateOf(at.toISOString());
  if (from < today) return refuseAt('/date', 'closure-day-past');
  const slip = outsideOf(DATE_RANGES.closure(today), from);
  if (slip) return refuseAt('/date', 'date-out-of-range', slip);
  if (until < from) return refuseAt('/until', 'closure-ends-before');
  const lastSlip = outsideOf(DATE_RANGES.closure(today), until);
  if (lastSlip) return refuseAt('/until', 'date-out-of-range', lastSlip);
  if (daysOf({ from, until }).length > MOST_DAYS) {
    return refuseAt('/until', 'closure-too-long', { days: MOST_DAYS });
  }
  if (isClosed(calendar, from)) return refuse('closed-already');
  return isClosed(calendar, until) ? refuse('last-day-closed-already') : null;
}

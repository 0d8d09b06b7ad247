import { randomUUID } from 'node:crypto';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import { DATE_RANGES, outsideOf } from '../../domain/time/date-range.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { lockCalendar } from '../calendar/lock-calendar.js';
import { recording } from '../recording.js';
import type { ClosureChange, ClosureInput } from './closure.schema.js';
import { callsOn, fateOf } from './closure-calls.js';
import { type TouchedRequest, touchedBy } from './closure-moves.js';
import { tellCalls } from './tell-calls.js';
import { tellReviews } from './tell-reviews.js';
import { movesOf, tellTouched } from './tell-touched.js';

/**
 * Enters a day the office is closed and tells, in the same transaction, every open request it touches.
 * With `preview` nothing is kept: the answer says whom it would move.
 * Refuses `invalid` (a past day, or one more than five years ahead), `not-allowed-now` (already closed), `forbidden`.
 */
export async function enterClosure(
  services: Services,
  actor: Actor,
  input: ClosureInput,
  options: { preview: boolean },
): Promise<Result<ClosureChange>> {
  if (!may(actor, 'closures.edit')) return refuse('only-director-enters-closures');
  return recording(services, async (rec) => {
    const { tx } = rec;
    await lockCalendar(tx);
    const { at } = rec;
    const before = await loadCalendar(tx, services);
    const today = before.dateOf(at.toISOString());
    if (input.date < today) return refuseAt('/date', 'closure-day-past');
    const slip = outsideOf(DATE_RANGES.closure(today), input.date);
    if (slip) return refuseAt('/date', 'date-out-of-range', slip);
    if (before.dayOf(input.date).kind === 'closure') {
      return refuse('closed-already');
    }
    const id = randomUUID();
    await tx.closure.create({ data: { id, ...row(input), enteredAt: at, enteredBy: actorRef(actor) } });
    const after = await loadCalendar(tx, services);
    const touched = await touchedNow(tx, services, { before, after, date: input.date, at });
    const day = { date: input.date, calendar: after, at };
    const calls = await callsOn(tx, day);
    if (options.preview) await tx.closure.delete({ where: { id } });
    else {
      await tellTouched(rec, { touched, changeId: id });
      await tellCalls(rec, { calls: calls.live, changeId: id });
      await tellReviews(rec, { changeId: id });
    }
    return ok({ ...input, moves: movesOf(touched), ...fateOf(calls, day) });
  });
}

async function touchedNow(
  tx: Transaction,
  services: Services,
  change: { before: BusinessCalendar; after: BusinessCalendar; date: string; at: Date },
): Promise<TouchedRequest[]> {
  const programOf = (versionId: string) => services.programs.byVersion(tx, versionId);
  return touchedBy(tx, { ...change, removal: false, programOf });
}

function row({ date, name }: ClosureInput) {
  return { date: new Date(`${date}T00:00:00Z`), name };
}

import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { IsoDate } from '../../domain/time/instant.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { lockCalendar } from '../calendar/lock-calendar.js';
import { recording } from '../recording.js';
import type { ClosureChange } from './closure.schema.js';
import { callsOn, fateOf } from './closure-calls.js';
import { touchedBy } from './closure-moves.js';
import { tellCalls } from './tell-calls.js';
import { tellReviews } from './tell-reviews.js';
import { movesOf, tellTouched } from './tell-touched.js';

/**
 * Opens a closed day again. Deadlines come nearer by it, never to less than five business days from now. Calls that
 * it has cancelled stay cancelled: people were told so.
 * Refuses `not-found` (no closure entered on that day), `not-allowed-now` (the day is past), `forbidden`.
 */
export async function removeClosure(
  services: Services,
  actor: Actor,
  date: IsoDate,
): Promise<Result<ClosureChange>> {
  if (!may(actor, 'closures.edit')) return refuse('only-director-removes-closures');
  return recording(services, async (rec) => {
    const { tx } = rec;
    await lockCalendar(tx);
    const { at } = rec;
    const closure = await tx.closure.findFirst({
      where: { date: new Date(`${date}T00:00:00Z`), removedAt: null },
    });
    if (!closure) return refuse('no-such-closure');
    const before = await loadCalendar(tx, services);
    if (date < before.dateOf(at.toISOString())) {
      return refuse('past-closure-stays');
    }
    await tx.closure.update({
      where: { id: closure.id },
      data: { removedAt: at, removedBy: actorRef(actor) },
    });
    const after = await loadCalendar(tx, services);
    const programOf = (versionId: string) => services.programs.byVersion(tx, versionId);
    const touched = await touchedBy(tx, { before, after, date, at, removal: true, programOf });
    await tellTouched(rec, { touched, changeId: closure.id });
    const day = { date, calendar: after, at };
    const calls = await callsOn(tx, day);
    await tellCalls(rec, { calls: calls.live, changeId: closure.id });
    await tellReviews(rec, { changeId: closure.id });
    return ok({ date, name: closure.name, moves: movesOf(touched), ...fateOf(calls, day) });
  });
}

import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { IsoDate } from '../../domain/time/instant.js';
import type { Services } from '../../ports/services.js';
import { tellAbsences } from '../absences/tell-absences.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { lockCalendar } from '../calendar/lock-calendar.js';
import { recording } from '../recording.js';
import type { ClosureChange } from './closure.schema.js';
import { callsOn, fateOf } from './closure-calls.js';
import { closureEntryFrom, dayOf, namedSpan, spanOf } from './closure-entry.js';
import { touchedBy } from './closure-moves.js';
import { tellCalls } from './tell-calls.js';
import { tellIntroductions } from './tell-introductions.js';
import { tellReviews } from './tell-reviews.js';
import { movesOf, tellTouched } from './tell-touched.js';

/**
 * Opens the days of a closure again, which is named by its first day; of one that is under way those from today on.
 * Deadlines come nearer by it, never to less than five business days from now. Calls that it has cancelled stay
 * cancelled: people were told so.
 * Refuses `not-found` (no closure begins on that day), `not-allowed-now` (all of it is past), `forbidden`.
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
    const entry = await closureEntryFrom(tx, date);
    if (!entry) return refuse('no-such-closure');
    const before = await loadCalendar(tx, services);
    const today = before.dateOf(at.toISOString());
    const { from, until } = spanOf(entry);
    const span = { from: [from, today].sort().at(-1) ?? from, until };
    if (until < today) return refuse('past-closure-stays');
    const { entryId, name } = entry[0];
    await tx.closure.updateMany({
      where: { entryId, removedAt: null, date: { gte: dayOf(span.from) } },
      data: { removedAt: at, removedBy: actorRef(actor) },
    });
    const after = await loadCalendar(tx, services);
    const programOf = (versionId: string) => services.programs.byVersion(tx, versionId);
    const touched = await touchedBy(tx, { before, after, span, at, removal: true, programOf });
    await tellTouched(rec, { touched, changeId: entryId });
    const days = { span, calendar: after, at };
    const calls = await callsOn(tx, days);
    await tellCalls(rec, { calls: calls.live, changeId: entryId });
    await tellReviews(rec, { changeId: entryId });
    await tellAbsences(rec, { changeId: entryId });
    await tellIntroductions(rec, { changeId: entryId });
    return ok({ ...namedSpan(span), name, moves: movesOf(touched), ...fateOf(calls, days) });
  });
}

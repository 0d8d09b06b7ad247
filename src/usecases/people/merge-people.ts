import { type Actor, actorRef } from '../../domain/people/actor.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { becomeOne } from './become-one.js';
import { holdPeople } from './hold-people.js';
import type { PersonView } from './person-view.schema.js';
import { readPerson } from './read-person.js';
import { refuseUnless } from './refuse-unless.js';

/**
 * Staff say that two records are one person: `into` has everything from now on. Said again it changes nothing.
 * Refuses `forbidden`, `not-found`, `invalid` (`into`: the same, or nobody), `not-allowed-now`.
 */
export async function mergePeople(
  services: Services,
  actor: Actor,
  fromId: string,
  intoId: string,
): Promise<Result<PersonView>> {
  const refused = refuseUnless(actor, 'people.mend');
  if (refused) return refused;
  if (fromId === intoId) return refuseAt('/into', 'merge-into-itself');
  const done = await recordingOrRefusal(services, async (rec) => {
    const held = await holdPeople(rec.tx, [fromId, intoId]);
    const [from, into] = [held.get(fromId), held.get(intoId)];
    if (!from) return refuse('no-such-person');
    if (!into || into.mergedIntoId) return refuseAt('/into', 'no-such-person-to-merge');
    if (from.mergedIntoId === intoId) return ok(null);
    if (from.mergedIntoId) return refuse('merged-already');
    return (await becomeOne(rec, services, { from, into, actor: actorRef(actor) })) ?? ok(null);
  });
  return done.ok ? readPerson(services, actor, intoId) : done;
}

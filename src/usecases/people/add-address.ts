import { type Actor, actorRef } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import type { PersonView } from './person-view.schema.js';
import { readPerson } from './read-person.js';
import { refuseUnless } from './refuse-unless.js';
import { takeAddress } from './take-address.js';

/**
 * Staff add an address to a person: it counts as proved, and courses passed under it count. One under which somebody
 * asked or signed in is another person's, until both are made one.
 * Refuses `forbidden`, `not-found`, `not-allowed-now`.
 */
export async function addAddress(
  services: Services,
  actor: Actor,
  personId: string,
  email: string,
): Promise<Result<{ isNew: boolean; view: PersonView }>> {
  const refused = refuseUnless(actor, 'people.mend');
  if (refused) return refused;
  const taken = await recordingOrRefusal(services, (rec) =>
    takeAddress(rec, services, { personId, email, actor: actorRef(actor), asOne: false }),
  );
  if (!taken.ok) return taken;
  const read = await readPerson(services, actor, personId);
  return read.ok ? ok({ isNew: taken.value.isNew, view: read.value }) : read;
}

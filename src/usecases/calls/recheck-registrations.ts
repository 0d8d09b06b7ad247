import type { RecordServices } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { lockRows } from '../lock.js';
import type { Recording } from '../recording.js';
import { changeRegistration } from './change-registration.js';
import { openRoleGiven } from './role-given.js';

/**
 * A person's profile has been written: their registrations take in what is said there now and are checked anew.
 * A profile that names no state or organization says nothing about them. Addresses stay: each registration has
 * the one it was made with.
 */
export async function recheckRegistrations(
  rec: Recording,
  services: RecordServices,
  changed: {
    personId: string;
    actor: string;
    /** The series just registered for, which knows already. */
    except?: string;
  },
): Promise<void> {
  const { tx } = rec;
  const { personId, actor, except } = changed;
  const locked = await lockRows(tx)`
    SELECT id FROM call_registration WHERE person_id = ${personId}::uuid ORDER BY id FOR UPDATE`;
  if (locked.length === 0) return;
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    include: { organization: true, registrations: { orderBy: { id: 'asc' }, include: withKey } },
  });
  for (const known of person.registrations) {
    if (known.seriesId === except) continue;
    const organization =
      person.organization && person.organization.id !== known.organizationId ? person.organization : null;
    await changeRegistration(rec, services, {
      known,
      facts: {
        name: known.name,
        email: known.email,
        // What they last said here stands beside it, until they register again or staff decide.
        role: known.sealedRole ? known.role : person.role,
        roleGiven: openRoleGiven(services, known),
        licensedIn: person.licensedIn.length > 0 ? person.licensedIn : known.licensedIn,
        employer: organization?.name ?? known.employer,
        organizationId: organization?.id ?? known.organizationId,
      },
      type: 'profile-changed',
      actor,
    });
  }
}

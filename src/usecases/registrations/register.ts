import { randomUUID } from 'node:crypto';
import type { Registration } from '../../domain/calls/registration.schema.js';
import { OTHER_ROLE } from '../../domain/calls/registration-facts.js';
import { decideRegistration } from '../../domain/calls/registration-policy.js';
import { LIMITS } from '../../domain/limits.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { roleOf } from '../../domain/program/lookup.js';
import { refuseUnserved } from '../../domain/requests/intake.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { changeRegistration } from '../calls/change-registration.js';
import { seriesRule } from '../calls/load-series.js';
import { recheckRegistrations } from '../calls/recheck-registrations.js';
import { writeRegistrationEvent } from '../calls/registration-events.js';
import type { RegistrationRow } from '../calls/registration-row.js';
import { sealRoleGiven } from '../calls/role-given.js';
import { tellOfRegistration } from '../calls/tell-of-registration.js';
import { makeDataKey, withKey } from '../data-keys.js';
import { tooOften } from '../limits/too-often.js';
import { lockRows } from '../lock.js';
import { findOrCreatePerson, mayWriteProfile } from '../people/find-or-create-person.js';
import { ownsAddress } from '../people/owns-address.js';
import type { Recording } from '../recording.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { registrationView } from './registration-view.js';
import type { RegistrationView } from './registration-view.schema.js';

/**
 * Registers a person for a series, once. Sent again it is the same registration, checked anew against what is
 * said now; those for other series hear of it too. Refuses `invalid` (no such series), `unauthenticated`,
 * `forbidden` (another's address), `role-not-served`.
 */
export async function register(
  services: Services,
  actor: Actor,
  registration: Registration,
): Promise<Result<{ view: RegistrationView; isNew: boolean }>> {
  const unserved = refuseUnserved(services.programs.current().program, registration.role);
  if (unserved) return unserved;
  if (actor.kind === 'public') return refuse('sign-in-or-key');
  const forOthers = may(actor, 'calls.registrations');
  if (!forOthers && !(actor.kind === 'person' && (await ownsAddress(services, actor, registration.email)))) {
    return refuse('register-under-own-address');
  }
  if (!seriesRule(services, registration.series)) return noSeries();
  const often = await tooOften(services, actor, LIMITS.registrations);
  if (often) return often;
  return recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    const said = withKnownRole(services, registration);
    const person = await personOf(rec, said, actorRef(actor));
    const key = { seriesId: registration.series, personId: person.id };
    await lockRows(tx)`
      SELECT id FROM call_registration
      WHERE series_id = ${key.seriesId} AND person_id = ${key.personId}::uuid FOR UPDATE`;
    const known = await tx.callRegistration.findUnique({
      where: { seriesId_personId: key },
      include: withKey,
    });
    const row = known
      ? await changeRegistration(rec, services, {
          known,
          facts: { ...said, organizationId: person.organizationId },
          type: 'registered-again',
          actor: actorRef(actor),
        })
      : await first(rec, services, { registration: said, person, actor });
    if (!row) return noSeries();
    await recheckRegistrations(rec, services, {
      personId: person.id,
      actor: actorRef(actor),
      except: registration.series,
    });
    return ok({ view: registrationView(services, row), isNew: !known });
  });
}

type Said = Registration & { roleGiven: string | null };

/** A role the program doesn't have is anybody's words: it is kept apart and becomes nobody's role. */
function withKnownRole(services: Services, registration: Registration): Said {
  const isKnown = roleOf(services.programs.current().program, registration.role) !== null;
  return isKnown
    ? { ...registration, roleGiven: null }
    : { ...registration, role: OTHER_ROLE, roleGiven: registration.role };
}

/** Name and a role the program has are renewed in the profile, by whoever may write it; the rest stays. */
async function personOf(rec: Recording, { employer, roleGiven, ...facts }: Said, actor: string) {
  const { tx } = rec;
  const person = await findOrCreatePerson(tx, { ...facts, organization: employer }, rec.at);
  if (!(await mayWriteProfile(tx, person.id, actor))) return person;
  await tx.person.update({
    where: { id: person.id },
    data: {
      name: facts.name,
      ...(roleGiven === null ? { role: facts.role } : {}),
      ...(facts.licensedIn.length > 0 ? { licensedIn: facts.licensedIn } : {}),
      ...(person.organizationId ? { organizationId: person.organizationId } : {}),
    },
  });
  return person;
}

async function first(
  rec: Recording,
  services: Services,
  {
    registration,
    person,
    actor,
  }: {
    registration: Said;
    person: { id: string; organizationId: string | null };
    actor: Actor;
  },
): Promise<RegistrationRow | null> {
  const { tx, at } = rec;
  const { program } = services.programs.current();
  const series = seriesRule(services, registration.series);
  // The desk plans a series a moment after its start.
  if (!series || !(await tx.callSeries.findUnique({ where: { id: series.id } }))) return null;
  const decided = decideRegistration({ registration, series, program });
  const { activelyPracticing } = registration;
  const [id, dataKey] = [randomUUID(), makeDataKey(rec, services, 'call_registration')];
  const made = await tx.callRegistration.create({
    data: {
      id,
      seriesId: series.id,
      personId: person.id,
      name: registration.name,
      email: registration.email,
      role: registration.role,
      sealedRole: sealRoleGiven(services, { id, dataKey }, registration.roleGiven),
      licensedIn: registration.licensedIn,
      employer: registration.employer ?? null,
      organizationId: person.organizationId,
      ...(activelyPracticing === undefined ? {} : { activelyPracticing, attestedAt: at }),
      ...decided,
      ...(decided.status === 'approved' ? { decidedBy: 'system', decidedAt: at } : {}),
      dataKeyId: dataKey.id,
      createdAt: at,
    },
  });
  const row = { ...made, dataKey };
  services.log.info({ registrationId: row.id, status: row.status, actor: actorRef(actor) }, 'registered');
  await writeRegistrationEvent(tx, services, { row, type: 'registered', actor: actorRef(actor), at });
  await tellOfRegistration(rec, services, { row, before: null });
  return row;
}

function noSeries(): Result<never> {
  return refuseAt('/series', 'unknown-series');
}

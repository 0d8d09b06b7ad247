import { randomUUID } from 'node:crypto';
import type { Services, Transaction } from '../../activities/ports.js';
import type { CallRegistration } from '../../adapters/database/generated/client.js';
import type { Registration } from '../../domain/calls/registration.schema.js';
import {
  decideRegistration,
  type RegistrationReason,
  type RegistrationStatus,
  recheckRegistration,
} from '../../domain/calls/registration-policy.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import { seriesRule } from '../../records/calls/load-series.js';
import { tellRegistrant } from '../../records/calls/registration-notice.js';
import { registrationChanged } from '../../records/calls/zoom-meeting.js';
import { findOrCreatePerson } from '../../records/people/find-or-create-person.js';
import { ownsAddress } from '../../records/people/owns-address.js';
import { recordOrRefuse } from '../../records/record-or-refuse.js';
import { tellLateJoiner } from '../calls/late-joiner.js';
import { registrationView } from './registration-view.js';
import type { RegistrationView } from './registration-view.schema.js';

type Kick = (workflowId: string | null) => void;

/**
 * Registers a person for a series, once. Sent again it is the same registration, checked anew against what is
 * said now. Refuses `invalid` (no such series), `unauthenticated`, `forbidden` (another's address).
 */
export async function register(
  services: Services,
  actor: Actor,
  registration: Registration,
): Promise<Result<{ view: RegistrationView; isNew: boolean }>> {
  if (actor.kind === 'public') return refuse('unauthenticated', 'Sign in or send a key.');
  const forOthers = may(actor, 'calls.registrations');
  if (
    !forOthers &&
    !(actor.kind === 'person' && (await ownsAddress(services.db, actor.id, registration.email)))
  ) {
    return refuse('forbidden', 'Register under your own address, the one you signed in with.');
  }
  if (!seriesRule(services, registration.series)) return noSeries();
  return recordOrRefuse(services, async (tx, toKick) => {
    const at = services.clock.now();
    const person = await personOf(tx, registration, at);
    const known = await tx.callRegistration.findUnique({
      where: { seriesId_personId: { seriesId: registration.series, personId: person.id } },
    });
    const row = known
      ? await again(tx, services, toKick, { known, registration, organizationId: person.organizationId, at })
      : await first(tx, services, toKick, { registration, person, actor, at });
    return row ? ok({ view: registrationView(services, row), isNew: !known }) : noSeries();
  });
}

/** The profile is vouched for by a key, or the person's own: role and name are renewed, the rest stays. */
async function personOf(tx: Transaction, { employer, ...facts }: Registration, at: Date) {
  const person = await findOrCreatePerson(tx, { ...facts, organization: employer }, at, { refresh: false });
  await tx.person.update({
    where: { id: person.id },
    data: {
      name: facts.name,
      role: facts.role,
      ...(facts.licensedIn.length > 0 ? { licensedIn: facts.licensedIn } : {}),
      ...(person.organizationId ? { organizationId: person.organizationId } : {}),
    },
  });
  return person;
}

async function first(
  tx: Transaction,
  services: Services,
  toKick: Kick,
  {
    registration,
    person,
    actor,
    at,
  }: {
    registration: Registration;
    person: { id: string; organizationId: string | null };
    actor: Actor;
    at: Date;
  },
): Promise<CallRegistration | null> {
  const { program } = services.programs.current();
  const series = seriesRule(services, registration.series);
  // The desk plans a series a moment after its start.
  if (!series || !(await tx.callSeries.findUnique({ where: { id: series.id } }))) return null;
  const decided = decideRegistration({ registration, series, program });
  const row = await tx.callRegistration.create({
    data: {
      id: randomUUID(),
      seriesId: series.id,
      personId: person.id,
      ...profileOf(registration, person.organizationId),
      ...decided,
      ...(decided.status === 'approved' ? { decidedBy: 'system', decidedAt: at } : {}),
      dataKey: services.vault.newDataKey(),
      createdAt: at,
    },
  });
  services.log.info({ registrationId: row.id, status: row.status, actor: actorRef(actor) }, 'registered');
  await tell(tx, services, toKick, row, at);
  return row;
}

async function again(
  tx: Transaction,
  services: Services,
  toKick: Kick,
  {
    known,
    registration,
    organizationId,
    at,
  }: {
    known: CallRegistration;
    registration: Registration;
    organizationId: string | null;
    at: Date;
  },
): Promise<CallRegistration | null> {
  const series = seriesRule(services, registration.series);
  if (!series) return null;
  const now = recheckRegistration({
    status: known.status as RegistrationStatus,
    reasons: known.reasons as RegistrationReason[],
    registration,
    series,
    program: services.programs.current().program,
  });
  const changed = now.status !== known.status;
  const row = await tx.callRegistration.update({
    where: { id: known.id },
    data: {
      ...profileOf(registration, organizationId),
      ...now,
      ...(changed ? { decidedBy: now.status === 'approved' ? 'system' : null, decidedAt: at } : {}),
      version: { increment: 1 },
    },
  });
  if (changed) await tell(tx, services, toKick, row, at);
  return row;
}

async function tell(
  tx: Transaction,
  services: Services,
  toKick: Kick,
  row: CallRegistration,
  at: Date,
): Promise<void> {
  await tellRegistrant(tx, services, toKick, row, at);
  await registrationChanged(tx, services, toKick, { seriesId: row.seriesId, at });
  if (row.status === 'approved') {
    await tellLateJoiner(tx, services, toKick, { personEmail: row.email, seriesId: row.seriesId, at });
  }
}

function profileOf({ email, name, role, licensedIn, employer }: Registration, organizationId: string | null) {
  return { email, name, role, licensedIn, employer: employer ?? null, organizationId };
}

function noSeries(): Result<never> {
  const message = 'There are no calls of this name.';
  return refuse('invalid', message, [{ pointer: '/series', message }]);
}

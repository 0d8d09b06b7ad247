import type { Services, Transaction } from '../../activities/ports.js';
import { organizationKeyOfRecord } from '../../domain/calls/organization-identity.js';
import { isCommonName, isNoOrganization } from '../../domain/people/organization-name.js';
import { lock } from '../lock.js';
import { inRecording } from '../requests/request-row.js';
import { findOrCreateOrganization } from './find-or-create-organization.js';

/**
 * Brings records of before under the rule of `findOrCreateOrganization`: records of one name that nobody else has
 * become one; those of a name that many have, kept for all of them together, are parted; what is no organization's name
 * is none. Done again it finds nothing. Resolves to how many records went.
 */
export async function mendOrganizations(services: Pick<Services, 'db' | 'relay' | 'clock'>): Promise<number> {
  let gone = 0;
  const names = await services.db.organization.groupBy({ by: ['nameKey'], orderBy: { nameKey: 'asc' } });
  for (const { nameKey } of names) {
    gone += await inRecording(services, (tx) => mendName(tx, nameKey, services.clock.now()));
  }
  return gone;
}

async function mendName(tx: Transaction, nameKey: string, at: Date): Promise<number> {
  await lock(tx, 'organization', nameKey);
  const [first, ...others] = await tx.organization.findMany({
    where: { nameKey },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  if (!first) return 0;
  if (!isNoOrganization(first.name) && !isCommonName(first.name)) {
    for (const { id } of others) await makeOne(tx, id, first.id);
    return others.length;
  }
  const unplaced = [first, ...others].filter(
    ({ domain, state, name }) => isNoOrganization(name) || (domain === null && state === null),
  );
  for (const record of unplaced) await part(tx, record, at);
  return unplaced.length;
}

/** What stood under one record stands under another from now on. */
async function makeOne(tx: Transaction, from: string, organizationId: string): Promise<void> {
  const where = { organizationId: from };
  await tx.person.updateMany({ where, data: { organizationId } });
  await tx.taRequest.updateMany({ where, data: { organizationId } });
  await tx.callRegistration.updateMany({ where, data: { organizationId } });
  const [before, now] = [organizationKeyOfRecord(from), organizationKeyOfRecord(organizationId)];
  // Two who asked on one call already keep their places.
  await tx.$executeRaw`
    UPDATE call_question q SET organization_key = ${now} WHERE organization_key = ${before}
    AND NOT EXISTS (SELECT FROM call_question o WHERE o.call_id = q.call_id AND o.organization_key = ${now})`;
  await tx.organization.delete({ where: { id: from } });
}

/** Everybody goes to the organization of their own domain or state, or to none. */
async function part(tx: Transaction, { id, name }: { id: string; name: string }, at: Date): Promise<void> {
  const where = { organizationId: id };
  // Out of the way, so that nobody is given back to it.
  await tx.organization.update({ where: { id }, data: { nameKey: `parted ${id}` } });
  const own = (email: string, state: string | null) =>
    findOrCreateOrganization(tx, name, { email, state, at });
  for (const person of await tx.person.findMany({ where, include: { emails: true } })) {
    const organizationId = await own(person.emails[0]?.email ?? '', person.state);
    await tx.person.update({ where: { id: person.id }, data: { organizationId } });
  }
  for (const request of await tx.taRequest.findMany({ where })) {
    const organizationId = await own(request.requesterEmail, request.requesterState);
    await tx.taRequest.update({ where: { id: request.id }, data: { organizationId } });
  }
  for (const registration of await tx.callRegistration.findMany({ where, include: { person: true } })) {
    const organizationId = await own(registration.email, registration.person.state);
    await tx.callRegistration.update({ where: { id: registration.id }, data: { organizationId } });
  }
  await tx.organization.delete({ where: { id } });
}

import type { Organization } from '../../adapters/database/generated/client.js';
import { organizationKeyFor, organizationKeyOfRecord } from '../../domain/calls/organization-identity.js';
import { PLACE_TAKING_STATUSES } from '../../domain/calls/question-statuses.js';
import { isCommonName, isNoOrganization } from '../../domain/people/organization-name.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { lock } from '../lock.js';
import { type Recording, recording } from '../recording.js';
import { findOrCreateOrganization } from './find-or-create-organization.js';

/**
 * Brings records of before under the rule of `findOrCreateOrganization`: records of one name that nobody else has
 * become one; those of a name that many have, kept for all of them together, are parted; what is no organization's name
 * is none. Done again it finds nothing. Resolves to how many records went.
 */
export async function mendOrganizations(services: Pick<Services, 'db' | 'relay' | 'clock'>): Promise<number> {
  let gone = 0;
  for (const nameKey of await namesToMend(services.db)) {
    gone += await recording(services, (rec) => mendName(rec, nameKey));
  }
  return gone;
}

/** Only these are locked, each in a transaction of its own: where all is well nobody waits. */
async function namesToMend(db: Services['db']): Promise<string[]> {
  const records = await db.organization.findMany({
    // What staff merged stays for its name.
    where: { mergedIntoId: null },
    select: { name: true, nameKey: true, domain: true, state: true },
    orderBy: { nameKey: 'asc' },
  });
  const seen = new Set<string>();
  const broken = new Set<string>();
  for (const record of records) {
    const { name, nameKey } = record;
    if (isUnplaced(record) || (seen.has(nameKey) && !isCommonName(name))) broken.add(nameKey);
    seen.add(nameKey);
  }
  return [...broken];
}

/** Stands for several organizations at once, or for none. */
function isUnplaced({ name, domain, state }: Pick<Organization, 'name' | 'domain' | 'state'>): boolean {
  return isNoOrganization(name) || (isCommonName(name) && domain === null && state === null);
}

async function mendName(rec: Recording, nameKey: string): Promise<number> {
  const { tx } = rec;
  await lock(tx, 'organization', nameKey);
  const [first, ...others] = await tx.organization.findMany({
    where: { nameKey, mergedIntoId: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  if (!first) return 0;
  if (!isNoOrganization(first.name) && !isCommonName(first.name)) {
    for (const { id } of others) await makeOne(tx, id, first.id);
    return others.length;
  }
  const unplaced = [first, ...others].filter(isUnplaced);
  for (const record of unplaced) await part(rec, record);
  return unplaced.length;
}

/** What stood under one record stands under another from now on. */
async function makeOne(tx: Transaction, from: string, organizationId: string): Promise<void> {
  const where = { organizationId: from };
  await tx.person.updateMany({ where, data: { organizationId } });
  await tx.taRequest.updateMany({ where, data: { organizationId } });
  await tx.callRegistration.updateMany({ where, data: { organizationId } });
  for (const { id: questionId } of await questionsOf(tx, from)) {
    await countFor(tx, questionId, organizationKeyOfRecord(organizationId));
  }
  await tx.organization.updateMany({ where: { mergedIntoId: from }, data: { mergedIntoId: organizationId } });
  await tx.organizationEvent.updateMany({ where, data: { organizationId } });
  await tx.organization.delete({ where: { id: from } });
}

async function questionsOf(tx: Transaction, organizationId: string) {
  return tx.callQuestion.findMany({
    where: { organizationKey: organizationKeyOfRecord(organizationId) },
    include: { person: true },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  });
}

/** The question counts for this organization from now on. Two who asked on one call already keep their places. */
export async function countFor(tx: Transaction, questionId: string, key: string | null): Promise<void> {
  await tx.$executeRaw`
    UPDATE call_question q SET organization_key = ${key} WHERE q.id = ${questionId}::uuid
    AND (q.status <> ALL(${PLACE_TAKING_STATUSES}) OR NOT EXISTS (
      SELECT FROM call_question o WHERE o.call_id = q.call_id AND o.organization_key = ${key}
      AND o.id <> q.id AND o.status = ANY(${PLACE_TAKING_STATUSES})))`;
}

/** Everybody goes to the organization of their own domain or state, or to none. */
async function part(rec: Recording, { id, name }: { id: string; name: string }): Promise<void> {
  const { tx } = rec;
  const where = { organizationId: id };
  // Out of the way, so that nobody is given back to it.
  await tx.organization.update({ where: { id }, data: { nameKey: `parted ${id}` } });
  const own = (email: string, state: string | null) =>
    findOrCreateOrganization(tx, name, { email, state, at: rec.at });
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
  for (const { id: questionId, askerEmail: email, organizationName, person } of await questionsOf(tx, id)) {
    const record = await own(email, person.state);
    const asker = { email, organization: organizationName ?? name, state: person.state };
    await countFor(tx, questionId, record ? organizationKeyOfRecord(record) : organizationKeyFor(asker).key);
  }
  await tx.organization.delete({ where: { id } });
}

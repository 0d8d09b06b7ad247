import { randomUUID } from 'node:crypto';
import type { Organization } from '../../adapters/database/generated/client.js';
import { registeredDomain, sharedDomainKind } from '../../domain/calls/shared-domains.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import {
  isCommonName,
  isNoOrganization,
  normalizeOrganization,
} from '../../domain/people/organization-name.js';
import { ok, type Refusal, type Result, refuse, refuseAt } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { lock, lockAll } from '../lock.js';
import type { Recording } from '../recording.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { writeOrganizationEvent } from './organization-events.js';
import type { OrganizationCorrection, OrganizationView } from './organization-view.schema.js';
import { readOrganization } from './read-organization.js';
import { refuseUnless } from './refuse-unless.js';

/**
 * Staff say what an organization is called and which mail domains are its own. The name of before still leads to it.
 * Refuses `forbidden`, `not-found`, `not-allowed-now` (merged), `invalid` (no name, another one's name or domain).
 */
export async function correctOrganizationRecord(
  services: Services,
  actor: Actor,
  id: string,
  said: OrganizationCorrection,
): Promise<Result<OrganizationView>> {
  const refused = refuseUnless(actor, 'organizations.mend');
  if (refused) return refused;
  if (isNoOrganization(said.name)) return refuseAt('/name', 'no-organization-name');
  const domains = [...new Set(said.domains.map(registeredDomain))];
  const done = await recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    await lock(tx, 'organizationsMended');
    const record = await tx.organization.findUnique({ where: { id } });
    if (!record) return refuse('no-such-organization');
    if (record.mergedIntoId) return refuse('merged-already');
    const nameKey = normalizeOrganization(said.name);
    await lockAll(
      tx,
      [...new Set([nameKey, record.nameKey])].map((what) => ({ kind: 'organization' as const, what })),
    );
    const inTheWay = await taken(tx, record, { name: said.name, nameKey, domains });
    if (inTheWay) return inTheWay;
    const isSame =
      record.name === said.name &&
      record.statedDomains.join() === domains.join() &&
      record.domain === (domains[0] ?? null);
    if (isSame) return ok(null);
    const earlier = nameKey === record.nameKey ? undefined : await keepName(rec, record, nameKey);
    await leaveOtherDomains(tx, id, domains);
    await tx.organization.update({
      where: { id },
      data: { name: said.name, nameKey, domain: domains[0] ?? null, statedDomains: domains },
    });
    const event = { organizationId: id, actor: actorRef(actor), type: 'corrected' as const };
    await writeOrganizationEvent(rec, earlier ? { ...event, otherId: earlier } : event);
    return ok(null);
  });
  return done.ok ? readOrganization(services, actor, id) : done;
}

/** Another one has this name or one of these domains. */
async function taken(
  tx: Transaction,
  { id }: Organization,
  { name, nameKey, domains }: { name: string; nameKey: string; domains: string[] },
): Promise<Refusal | null> {
  const everybodys = domains.find((domain) => sharedDomainKind(domain) === 'personal');
  if (everybodys) return refuseAt('/domains', 'domain-of-everybody', { domain: everybodys });
  const others = { id: { not: id }, mergedIntoId: null };
  const sameName = await tx.organization.findMany({ where: { ...others, nameKey } });
  const clash = sameName.some(
    (one) =>
      !isCommonName(name) ||
      [one.domain, ...one.statedDomains].some((at) => at !== null && domains.includes(at)),
  );
  if (clash) return refuseAt('/name', 'organization-named-so');
  const own = domains.filter((domain) => sharedDomainKind(domain) === null);
  const owner = await tx.organization.findFirst({ where: { ...others, statedDomains: { hasSome: own } } });
  const domain = owner?.statedDomains.find((one) => own.includes(one));
  return owner && domain ? refuseAt('/domains', 'domain-of-another', { domain, name: owner.name }) : null;
}

/** A domain that staff took away is none of the records merged into it, either. */
async function leaveOtherDomains(tx: Transaction, id: string, domains: string[]): Promise<void> {
  for (const one of await tx.organization.findMany({ where: { mergedIntoId: id } })) {
    await tx.organization.update({
      where: { id: one.id },
      data: {
        domain: one.domain !== null && domains.includes(one.domain) ? one.domain : (domains[0] ?? null),
        statedDomains: one.statedDomains.filter((domain) => domains.includes(domain)),
      },
    });
  }
}

/** Who types the name of before still means this one; a name it had before and has again is its own. */
async function keepName(rec: Recording, record: Organization, nameKey: string): Promise<string> {
  const { tx, at } = rec;
  await tx.organization.deleteMany({ where: { mergedIntoId: record.id, nameKey } });
  const id = randomUUID();
  const { name, nameKey: before, domain, state } = record;
  await tx.organization.create({
    data: { id, name, nameKey: before, domain, state, mergedIntoId: record.id, createdAt: at },
  });
  return id;
}

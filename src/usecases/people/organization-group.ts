import type { Organization } from '../../adapters/database/generated/client.js';
import {
  organizationKeyOfDomain,
  organizationKeyOfRecord,
  organizationKeysOfName,
} from '../../domain/calls/organization-identity.js';
import { registeredDomain, sharedDomainKind } from '../../domain/calls/shared-domains.js';
import type { Transaction } from '../../ports/database.js';

/** An organization with every record that was merged into it: their names and domains are its own. */
export interface OrganizationGroup {
  id: string;
  members: Organization[];
}

/** The group that this record stands for; null: it is not there. */
export async function groupOf(tx: Transaction, id: string): Promise<OrganizationGroup | null> {
  const record = await tx.organization.findUnique({ where: { id } });
  if (!record) return null;
  const root = record.mergedIntoId ?? record.id;
  const members = await tx.organization.findMany({
    where: { OR: [{ id: root }, { mergedIntoId: root }] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return { id: root, members };
}

/** Domains that are its own or that it shares, the ones staff stated first. */
export function domainsOf({ members }: Pick<OrganizationGroup, 'members'>): string[] {
  const stated = members.flatMap(({ statedDomains }) => statedDomains);
  return [...new Set([...stated, ...members.flatMap(({ domain }) => domain ?? [])])];
}

/** Every key under which a question of this organization may stand, whatever its asker typed. */
export function keysOfGroup({ id, members }: OrganizationGroup): string[] {
  const domains = domainsOf({ members }).map(registeredDomain);
  const shared = domains.filter((domain) => sharedDomainKind(domain) === 'institution');
  const own = domains.filter((domain) => sharedDomainKind(domain) === null);
  const keys = [
    organizationKeyOfRecord(id),
    ...members.map((member) => organizationKeyOfRecord(member.id)),
    ...own.map(organizationKeyOfDomain),
    ...members.flatMap(({ name, state }) => organizationKeysOfName(name, state, shared)),
  ];
  return [...new Set(keys)];
}

import { randomUUID } from 'node:crypto';
import { emailDomain } from '../../domain/calls/email-domain.js';
import { registeredDomain, sharedDomainKind } from '../../domain/calls/shared-domains.js';
import {
  isCommonName,
  isNoOrganization,
  normalizeOrganization,
} from '../../domain/people/organization-name.js';
import type { Transaction } from '../../ports/database.js';
import { type Lock, lock, lockAll } from '../lock.js';

/** Whose organization it is, and so where. */
interface Whose {
  email: string;
  state: string | null;
  at: Date;
}

/**
 * The record of an organization: the same name. Where many have that name also the same domain or, where one of the two
 * has none of its own, the same state. Null when no organization is named, or one whose name many have and nothing
 * says which.
 */
export async function findOrCreateOrganization(
  tx: Transaction,
  name: string | null | undefined,
  whose: Whose,
): Promise<string | null> {
  await lockAll(tx, organizationHeld(name));
  return organizationOf(tx, name, whose);
}

/** Mending may be taking a record away: nobody uses one meanwhile. */
export function organizationHeld(name: string | null | undefined): Lock[] {
  if (!name || isNoOrganization(name)) return [];
  return [{ kind: 'organization', what: normalizeOrganization(name), shared: true }];
}

/** The same, where it is held already. */
export async function organizationOf(
  tx: Transaction,
  name: string | null | undefined,
  { email, state, at }: Whose,
): Promise<string | null> {
  if (!name || isNoOrganization(name)) return null;
  const nameKey = normalizeOrganization(name);
  const common = isCommonName(name);
  const domain = placeOf(email);
  const same = async () => {
    const named = await tx.organization.findMany({
      where: { nameKey },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    return (
      named.find((one) => domain !== null && one.domain === domain) ??
      named.find((one) => state !== null && one.state === state && (!one.domain || !domain)) ??
      (common ? undefined : named[0])
    );
  };
  let known = await same();
  if (!known && common && domain === null && state === null) return null;
  if (!known) {
    // Two people of one new organization at once: the second waits here for the first.
    await lock(tx, 'newOrganization', nameKey);
    known = await same();
  }
  if (!known) {
    const id = randomUUID();
    await tx.organization.create({ data: { id, name, nameKey, domain, state, createdAt: at } });
    return id;
  }
  const place = { domain: known.domain ?? domain, state: known.state ?? state };
  if (place.domain !== known.domain || place.state !== known.state) {
    await tx.organization.update({ where: { id: known.id }, data: place });
  }
  return known.id;
}

/** The domain that says which organization it is; null at providers that everybody uses. */
function placeOf(email: string): string | null {
  const domain = emailDomain(email);
  return sharedDomainKind(domain) === 'personal' ? null : registeredDomain(domain);
}

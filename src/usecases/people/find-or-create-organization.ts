import { randomUUID } from 'node:crypto';
import type { Organization } from '../../adapters/database/generated/client.js';
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
  for (;;) {
    const named = await tx.organization.findMany({
      where: { nameKey },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    const known =
      named.find((one) => domain !== null && isAt(one, domain)) ??
      named.find((one) => state !== null && one.state === state && (!one.domain || !domain)) ??
      (common ? undefined : named[0]);
    // Staff found that it is another one's name.
    if (known?.mergedIntoId) return known.mergedIntoId;
    if (known) return completed(tx, known, { domain, state });
    if (common && domain === null && state === null) return null;
    // Two people of one new organization at once: the second waits here for the first, and looks again.
    await lock(tx, 'newOrganization', nameKey);
    const id = randomUUID();
    const made = await tx.$executeRaw`
      INSERT INTO organization (id, name, name_key, domain, state, created_at)
      SELECT ${id}::uuid, ${name}, ${nameKey}, ${domain}::text, ${state}::text, ${at}::timestamptz
      WHERE (SELECT count(*) FROM organization WHERE name_key = ${nameKey}) = ${named.length}`;
    if (made > 0) return id;
  }
}

const isAt = ({ domain: first, statedDomains }: Organization, domain: string) =>
  first === domain || statedDomains.includes(domain);

/** What was not known of it yet is from now on. */
async function completed(
  tx: Transaction,
  known: Organization,
  { domain, state }: Pick<Organization, 'domain' | 'state'>,
): Promise<string> {
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

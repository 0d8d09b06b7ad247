import { emailDomain } from '../../domain/calls/email-domain.js';
import {
  type KnownOrganization,
  type OrganizationIdentity,
  organizationKeyFor,
  organizationKeyOfRecord,
} from '../../domain/calls/organization-identity.js';
import { registeredDomain, sharedDomainKind } from '../../domain/calls/shared-domains.js';
import { isCommonName, isNoOrganization } from '../../domain/people/organization-name.js';
import type { Transaction } from '../../ports/database.js';

/** Which organization a question counts for, and every key under which the same one may stand already. */
export async function organizationOfAsker(
  tx: Transaction,
  asker: { email: string; organization?: string | null; state?: string | null },
): Promise<OrganizationIdentity & { sameAs: string[] }> {
  const domain = emailDomain(asker.email);
  const own = sharedDomainKind(domain) === null ? registeredDomain(domain) : null;
  const earliest = own ? await earliestRecordsAt(tx, own) : [];
  const identity = organizationKeyFor({ ...asker, knownByDomain: earliest[0] ?? null });
  const sameAs = [
    identity.key,
    // Who asked before any record was known at the domain stands under the domain itself.
    own && `domain:${own}`,
    ...earliest.map(({ id }) => organizationKeyOfRecord(id)),
  ].filter((key): key is string => Boolean(key));
  return { ...identity, sameAs: [...new Set(sameAs)] };
}

/**
 * The record of whoever was first known to have one at this domain or below it; several, where the clock (a
 * simulated one stands still) can't tell who was first.
 */
async function earliestRecordsAt(tx: Transaction, domain: string): Promise<KnownOrganization[]> {
  const like = domain.replace(/[\\%_]/g, '\\$&');
  const found = await tx.$queryRaw<(KnownOrganization & { since: Date; domain: string | null })[]>`
    SELECT DISTINCT o.id, o.name, o.domain, p.created_at AS since FROM person_email e
    JOIN person p ON p.id = e.person_id
    JOIN organization o ON o.id = p.organization_id
    WHERE e.email LIKE ${`%@${like}`} OR e.email LIKE ${`%.${like}`}
    ORDER BY p.created_at, o.id LIMIT 20`;
  // A name that says nothing, or that many have, ties nobody to another domain.
  const rows = found.filter(
    (row) => !isNoOrganization(row.name) && (row.domain === domain || !isCommonName(row.name)),
  );
  return rows.filter(({ since }) => since.getTime() === rows[0]?.since.getTime());
}

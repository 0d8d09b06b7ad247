import type { Transaction } from '../../activities/ports.js';
import { emailDomain } from '../../domain/calls/email-domain.js';
import {
  type KnownOrganization,
  type OrganizationIdentity,
  organizationKeyFor,
} from '../../domain/calls/organization-identity.js';
import { registeredDomain, sharedDomainKind } from '../../domain/calls/shared-domains.js';

/** Which organization a question counts for, and every key under which the same one may stand already. */
export async function organizationOfAsker(
  tx: Transaction,
  asker: { email: string; organization?: string | null },
): Promise<OrganizationIdentity & { sameAs: string[] }> {
  const domain = emailDomain(asker.email);
  const own = sharedDomainKind(domain) === null ? registeredDomain(domain) : null;
  const knownByDomain = own ? await earliestRecordAt(tx, own) : null;
  const identity = organizationKeyFor({ ...asker, knownByDomain });
  // Who asked before any record was known at the domain stands under the domain itself.
  const sameAs = [identity.key, own && `domain:${own}`].filter((key): key is string => Boolean(key));
  return { ...identity, sameAs: [...new Set(sameAs)] };
}

/** The record of whoever was first known to have one at this domain or below it. */
async function earliestRecordAt(tx: Transaction, domain: string): Promise<KnownOrganization | null> {
  const like = domain.replace(/[\\%_]/g, '\\$&');
  const [row] = await tx.$queryRaw<KnownOrganization[]>`
    SELECT o.id, o.name FROM person_email e
    JOIN person p ON p.id = e.person_id
    JOIN organization o ON o.id = p.organization_id
    WHERE e.email LIKE ${`%@${like}`} OR e.email LIKE ${`%.${like}`}
    ORDER BY p.created_at, p.id LIMIT 1`;
  return row ?? null;
}

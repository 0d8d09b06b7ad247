import { emailDomain } from '../../domain/calls/email-domain.js';
import {
  type KnownOrganization,
  type OrganizationIdentity,
  organizationKeyFor,
  organizationKeyOfRecord,
} from '../../domain/calls/organization-identity.js';
import { registeredDomain, sharedDomainKind } from '../../domain/calls/shared-domains.js';
import {
  isCommonName,
  isNoOrganization,
  normalizeOrganization,
} from '../../domain/people/organization-name.js';
import type { Transaction } from '../../ports/database.js';
import { domainsOf, groupOf, keysOfGroup, type OrganizationGroup } from '../people/organization-group.js';
import { sql } from '../sql.js';

/** Which organization a question counts for, and every key under which the same one may stand already. */
export async function organizationOfAsker(
  tx: Transaction,
  asker: { email: string; organization?: string | null; state?: string | null },
): Promise<OrganizationIdentity & { sameAs: string[] }> {
  const domain = emailDomain(asker.email);
  const own = sharedDomainKind(domain) === null ? registeredDomain(domain) : null;
  const earliest = own ? await earliestRecordsAt(tx, own) : [];
  const identity = organizationKeyFor({ ...asker, knownByDomain: earliest[0] ?? null });
  const merged = await mergedGroup(tx, asker, earliest[0]?.isMerged ? earliest[0].id : null);
  if (merged) {
    return { key: organizationKeyOfRecord(merged.id), suggestedBy: 'record', sameAs: keysOfGroup(merged) };
  }
  const sameAs = [
    identity.key,
    // Who asked before any record was known at the domain stands under the domain itself.
    own && `domain:${own}`,
    ...earliest.map(({ id }) => organizationKeyOfRecord(id)),
  ].filter((key): key is string => Boolean(key));
  return { ...identity, sameAs: [...new Set(sameAs)] };
}

/** Where staff have merged records, or said by which name and domain one is known: that one, with all its names. */
async function mergedGroup(
  tx: Transaction,
  { email, organization, state }: { email: string; organization?: string | null; state?: string | null },
  /** The record known at their own domain, where others were merged into it. */
  byDomain: string | null,
): Promise<OrganizationGroup | null> {
  const domain = emailDomain(email);
  const shared = sharedDomainKind(domain);
  if (shared === null) return byDomain === null ? null : groupOf(tx, byDomain);
  if (!organization || isNoOrganization(organization)) return null;
  const own = registeredDomain(domain);
  const named = await tx.organization.findMany({
    where: {
      nameKey: normalizeOrganization(organization),
      OR: [{ mergedIntoId: { not: null } }, { mergedHere: { some: {} } }],
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const common = isCommonName(organization);
  for (const record of named) {
    const group = await groupOf(tx, record.id);
    if (!group) continue;
    if (shared === 'institution' && domainsOf(group).map(registeredDomain).includes(own)) return group;
    if (shared === 'personal' && (!common || (state && record.state === state))) return group;
  }
  return null;
}

/**
 * The record of whoever was first known to have one at this domain or below it; several, where the clock (a
 * simulated one stands still) can't tell who was first.
 */
async function earliestRecordsAt(tx: Transaction, domain: string): Promise<RecordAt[]> {
  const like = domain.replace(/[\\%_]/g, '\\$&');
  const isMerged = sql`EXISTS (SELECT FROM organization m WHERE m.merged_into_id = o.id)`;
  // What staff said of a domain goes before who was there first.
  const found = await tx.$queryRaw<(RecordAt & { since: Date; domain: string | null; stated: boolean })[]>`
    (SELECT o.id, o.name, o.domain, ${isMerged} AS "isMerged", o.created_at AS since, true AS stated
      FROM organization o WHERE o.stated_domains @> ARRAY[${domain}::text] AND o.merged_into_id IS NULL)
    UNION ALL
    (SELECT DISTINCT o.id, o.name, o.domain, ${isMerged}, p.created_at, false FROM person_email e
      JOIN person p ON p.id = e.person_id
      JOIN organization o ON o.id = p.organization_id
      WHERE e.email LIKE ${`%@${like}`} OR e.email LIKE ${`%.${like}`}
      ORDER BY p.created_at, o.id LIMIT 20)`;
  const stated = found.filter((row) => row.stated);
  if (stated.length > 0) return stated.slice(0, 1);
  // A name that says nothing, or that many have, ties nobody to another domain.
  const inOrder = found.sort((a, b) => a.since.getTime() - b.since.getTime() || (a.id < b.id ? -1 : 1));
  const rows = inOrder.filter(
    (row) => !isNoOrganization(row.name) && (row.domain === domain || !isCommonName(row.name)),
  );
  return rows.filter(({ since }) => since.getTime() === rows[0]?.since.getTime());
}

/** `isMerged`: others were merged into it. */
type RecordAt = KnownOrganization & { isMerged: boolean };

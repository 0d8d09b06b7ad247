import { isCommonName, isNoOrganization, normalizeOrganization } from '../people/organization-name.js';
import { emailDomain } from './email-domain.js';
import { registeredDomain, sharedDomainKind } from './shared-domains.js';

/** What an organization is known by; its key begins with that. */
export const ORGANIZATION_KEY_KINDS = ['record', 'domain', 'unit', 'name'] as const;
export type OrganizationKeyKind = (typeof ORGANIZATION_KEY_KINDS)[number];

/** An organization record the desk has. */
export interface KnownOrganization {
  id: string;
  name: string;
}

export interface OrganizationIdentity {
  /** Equal keys are one organization; null: none can be told, so none is limited. */
  key: string | null;
  suggestedBy: 'record' | 'domain' | 'name' | null;
}

/**
 * Which organization a question counts for (program.md §2). At a domain of its own the record known there
 * decides, or else the domain itself, whatever name is typed. At shared domains the unit named decides;
 * two universities may both have an "Immigration Clinic", so the domain belongs to the key there, but not
 * at personal domains, where one office may use several; there a name that many have needs its state. What is no
 * organization's name ("N/A", "self-employed") is none.
 *
 * `knownByDomain`: the earliest record of somebody with this domain, the asker's own included, so that the
 * first question of an organization gets the key the later ones get.
 */
export function organizationKeyFor(args: {
  email: string;
  organization?: string | null;
  state?: string | null;
  knownByDomain?: KnownOrganization | null;
}): OrganizationIdentity {
  const domain = emailDomain(args.email);
  const shared = sharedDomainKind(domain);
  const typed = args.organization ?? '';
  const name = isNoOrganization(typed) ? '' : normalizeOrganization(typed);
  const own = registeredDomain(domain);
  if (shared === null) {
    return args.knownByDomain
      ? { key: organizationKeyOfRecord(args.knownByDomain.id), suggestedBy: 'record' }
      : { key: keyOf('domain', own), suggestedBy: 'domain' };
  }
  if (name === '') return { key: null, suggestedBy: null };
  if (shared === 'institution') return { key: keyOf('unit', `${own}/${name}`), suggestedBy: 'name' };
  if (!isCommonName(typed)) return { key: keyOf('name', name), suggestedBy: 'name' };
  return args.state
    ? { key: keyOf('name', `${name}/${args.state.toLowerCase()}`), suggestedBy: 'name' }
    : { key: null, suggestedBy: null };
}

/** The key staff give a question when they say which record it belongs to. */
export function organizationKeyOfRecord(id: string): string {
  return keyOf('record', id);
}

/** The key of an organization nobody has a record of yet, by a domain of its own. */
export function organizationKeyOfDomain(domain: string): string {
  return keyOf('domain', domain);
}

/** The keys that a name yields: at shared domains those of the unit, elsewhere that of the name alone. */
export function organizationKeysOfName(
  typed: string,
  state: string | null,
  sharedDomains: readonly string[],
): string[] {
  if (isNoOrganization(typed)) return [];
  const name = normalizeOrganization(typed);
  const alone = isCommonName(typed) ? (state ? [`${name}/${state.toLowerCase()}`] : []) : [name];
  return [
    ...sharedDomains.map((domain) => keyOf('unit', `${domain}/${name}`)),
    ...alone.map((one) => keyOf('name', one)),
  ];
}

/** What a key says: an organization's id, a domain, `domain/unit`, a name. Null: it stands for no organization. */
export function readOrganizationKey(key: string | null): { kind: OrganizationKeyKind; of: string } | null {
  const [said = '', ...rest] = (key ?? '').split(':');
  const kind = ORGANIZATION_KEY_KINDS.find((one) => one === said);
  const of = rest.join(':');
  return kind && of !== '' ? { kind, of } : null;
}

function keyOf(kind: OrganizationKeyKind, of: string): string {
  return `${kind}:${of}`;
}

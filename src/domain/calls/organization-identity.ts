import { emailDomain } from './email-domain.js';
import { registeredDomain, sharedDomainKind } from './shared-domains.js';

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
 * at personal domains, where one office may use several.
 *
 * `knownByDomain`: the earliest record of somebody with this domain, the asker's own included, so that the
 * first question of an organization gets the key the later ones get.
 */
export function organizationKeyFor(args: {
  email: string;
  organization?: string | null;
  knownByDomain?: KnownOrganization | null;
}): OrganizationIdentity {
  const domain = emailDomain(args.email);
  const shared = sharedDomainKind(domain);
  const name = normalizeOrganization(args.organization ?? '');
  const own = registeredDomain(domain);
  if (shared === null) {
    return args.knownByDomain
      ? { key: organizationKeyOfRecord(args.knownByDomain.id), suggestedBy: 'record' }
      : { key: `domain:${own}`, suggestedBy: 'domain' };
  }
  if (name === '') return { key: null, suggestedBy: null };
  return shared === 'institution'
    ? { key: `unit:${own}/${name}`, suggestedBy: 'name' }
    : { key: `name:${name}`, suggestedBy: 'name' };
}

/** The key staff give a question when they say which record it belongs to. */
export function organizationKeyOfRecord(id: string): string {
  return `record:${id}`;
}

const FORMS = /( (inc|incorporated|llc|llp|pllc|pc|apc|plc|ltd|limited|corp|corporation|co))+$/;

/** Letter case, accents, punctuation, a leading "the", "&" for "and" and the legal form make no difference. */
export function normalizeOrganization(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    // "P.C." is the same as "PC".
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const bare = words.replace(/^the /, '').replace(FORMS, '').trim();
  return bare === '' ? words : bare;
}

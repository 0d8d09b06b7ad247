import { isCommonName, isNoOrganization, normalizeOrganization } from '../people/organization-name.js';
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
      : { key: `domain:${own}`, suggestedBy: 'domain' };
  }
  if (name === '') return { key: null, suggestedBy: null };
  if (shared === 'institution') return { key: `unit:${own}/${name}`, suggestedBy: 'name' };
  if (!isCommonName(typed)) return { key: `name:${name}`, suggestedBy: 'name' };
  return args.state
    ? { key: `name:${name}/${args.state.toLowerCase()}`, suggestedBy: 'name' }
    : { key: null, suggestedBy: null };
}

/** The key staff give a question when they say which record it belongs to. */
export function organizationKeyOfRecord(id: string): string {
  return `record:${id}`;
}

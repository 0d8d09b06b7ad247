import { isPersonalDomain } from './personal-domains.js';

/** Endings under which domains are registered one label deeper: `legalaid.org.uk`. */
const DEEP_ENDING = /^(ac|co|com|edu|go|gob|gouv|gov|govt|mil|ne|net|nhs|nsw|or|org|vic)\.[a-z]{2}$/;

/** The part of a domain that somebody registered: `mail.justice.org` → `justice.org`. */
export function registeredDomain(domain: string): string {
  const labels = domain.toLowerCase().replace(/\.$/, '').split('.');
  // States delegate further under .us: `co.la.ca.us` is one county.
  if (/\.[a-z]{2}\.us$/.test(domain)) return labels.slice(-4).join('.');
  const deep = DEEP_ENDING.test(labels.slice(-2).join('.'));
  return labels.slice(deep ? -3 : -2).join('.');
}

const PUBLIC_BODY = /\.(edu|gov|mil|us)$|\.(ac|edu|gov|gob|gouv|govt|mil|nhs)\.[a-z]{2}$/;
/** Counties and cities that kept an .org or .com of their own. */
const COUNTY = /(county|parish)\.(org|com|net)$|(^|\.)countyof[a-z-]+\./;
/** Universities outside of .edu, and hosts whose customers share one domain. */
const UNIVERSITY = /(^|\.)(uni|univ)-[a-z]|university/;

export type SharedDomain = 'institution' | 'personal';

/**
 * Whether many organizations share a mail domain: universities with their clinics, counties and other
 * public bodies with their offices, and services for everybody.
 */
export function sharedDomainKind(domain: string): SharedDomain | null {
  if (isPersonalDomain(domain)) return 'personal';
  const shared = PUBLIC_BODY.test(domain) || COUNTY.test(domain) || UNIVERSITY.test(domain);
  return shared ? 'institution' : null;
}

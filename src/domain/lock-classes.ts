/**
 * What PostgreSQL's advisory locks keep apart, each a class of its own: the seed of the hash of what is locked, so that
 * an address locked for one purpose never waits for the same text locked for another. While a new version
 * starts beside an old one both must take the same lock: a number keeps its meaning from one release to the next, or
 * "Upgrading" in docs/operations.md says that all processes stop for that release.
 */
export const LOCK_CLASSES = {
  /** The person of an address: found or made by one at a time. */
  person: 7,
  /** The outbox of a workflow: delivered by one at a time, in order. */
  outbox: 11,
  /** The office's calendar: changed by one, or held by many who compute dates. */
  calendar: 12,
  /** The first admin: made once. */
  firstAdmin: 13,
  /** Tokens of an outside service: renewed by one at a time. */
  tokens: 14,
  /** The subscription of an address: changed by one at a time. */
  subscription: 16,
  /** Organizations of a name: found and used by many, or mended by one. */
  organization: 17,
  /** A new organization of a name: made by one at a time of those who use the name. */
  newOrganization: 18,
  /** Which addresses a known person has: changed by one at a time, who takes it before any other lock. */
  addresses: 19,
  /** Organizations: merged and corrected by one member of staff at a time, who takes it before any other lock. */
  organizationsMended: 20,
  /** The chain over readings and security events: lengthened by one process at a time. */
  records: 21,
  /** Second factors of one person: taken away by one at a time. */
  factors: 22,
  /** The account that a provider has for an address: tied to it by one at a time. */
  providerAccount: 23,
  /** Legal holds: set by one, or kept from being set by many who erase. */
  holds: 24,
} as const;

export type LockClass = keyof typeof LOCK_CLASSES;

import { emailSchema } from '../requests/submission.schema.js';
import { ok, type Result, refuse } from '../result.js';

export interface ProviderWord {
  /** How its word on an address is read. */
  kind: 'google' | 'entra' | 'standard';
  /** Whose addresses its word counts for, in small letters. */
  domains: readonly string[];
}

const addressIn = (claim: unknown): string | null => {
  const read = emailSchema.safeParse(claim);
  return read.success ? read.data : null;
};

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);

/** `true`, and 1 or "true" from those who write it so. */
const isTrue = (claim: unknown): boolean =>
  claim === true || claim === 1 || claim === '1' || claim === 'true';

/**
 * The address that a provider's word proves, of one of the domains it counts for. Each has its own way to say what it has
 * checked: Google that the account belongs to a domain (`hd`: another account may carry an address that has changed hands),
 * Entra that the domain's owner is known (`xms_edov`), else the name somebody signs in with counts, which is always of a
 * domain the tenant owns; others say `email_verified`. Refuses `provider-address`.
 */
export function addressProved(
  { kind, domains }: ProviderWord,
  claims: Readonly<Record<string, unknown>>,
): Result<string> {
  const email = READ[kind](claims, domains);
  return email !== null && domains.includes(domainOf(email)) ? ok(email) : refuse('provider-address');
}

type Read = (claims: Readonly<Record<string, unknown>>, domains: readonly string[]) => string | null;

const READ: Record<ProviderWord['kind'], Read> = {
  google: ({ email, email_verified, hd }, domains) =>
    isTrue(email_verified) && typeof hd === 'string' && domains.includes(hd.toLowerCase())
      ? addressIn(email)
      : null,
  entra: ({ email, xms_edov, preferred_username }) =>
    (isTrue(xms_edov) ? addressIn(email) : null) ?? addressIn(preferred_username),
  standard: ({ email, email_verified }) => (isTrue(email_verified) ? addressIn(email) : null),
};

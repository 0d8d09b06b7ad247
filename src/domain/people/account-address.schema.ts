import { z } from 'zod';

const ENCODED = '@address.invalid';

/**
 * better-auth's own rule for addresses is narrower than ours: what it refuses stands with it encoded, and so does what
 * somebody typed to look like that, or it would be read as another address.
 */
export function accountOf(email: string): string {
  if (z.email().safeParse(email).success && !email.toLowerCase().endsWith(ENCODED)) return email;
  return `${Buffer.from(email.toLowerCase()).toString('hex')}${ENCODED}`;
}

export function addressOf(account: string): string {
  const email = account.toLowerCase();
  if (!email.endsWith(ENCODED)) return email;
  return Buffer.from(email.slice(0, -ENCODED.length), 'hex').toString();
}

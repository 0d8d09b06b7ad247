import { cut } from '../text/clean.js';

const LONGEST = 200;

/** Stands where a person has not said a name yet: their address, which claims nothing and greets nobody. */
export const nameUnsaid = (email: string): string => cut(email, LONGEST);

/** The name a person gave; empty where only their address, or (in older records) its first part, stands for one. */
export function givenName(name: string, email: string): string {
  const mailbox = email.split('@')[0];
  return name.includes('@') || name.toLowerCase() === mailbox?.toLowerCase() ? '' : name;
}

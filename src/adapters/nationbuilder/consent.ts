import type { ContactState } from '../../ports/contacts.js';
import type { Signup } from './signup-schemas.js';

/** Somebody who doesn't want mail, whatever their address. */
export function optedOut({ email_opt_in, unsubscribed_at, do_not_contact }: Signup): boolean {
  return !email_opt_in || unsubscribed_at !== null || do_not_contact;
}

/** Opted in, not unsubscribed, may be contacted, and neither the first address nor this one bounces. */
export function mayMailTo(signup: Signup, email: string): 'yes' | 'no' {
  const bounces = slotsOf(signup).some(({ address, bad }) => bad && address === email);
  return optedOut(signup) || signup.email1_is_bad || bounces ? 'no' : 'yes';
}

/** All addresses, each once: after a merge one person has those of both. */
export function addressesOf(signup: Signup): string[] {
  const all = [signup.email, ...slotsOf(signup).map(({ address }) => address)];
  return [...new Set(all)].filter((address) => address !== null);
}

export function contactOf(signup: Signup): ContactState {
  const emails = addressesOf(signup);
  return {
    contactId: signup.id,
    emails,
    mayMail: Object.fromEntries(emails.map((email) => [email, mayMailTo(signup, email)])),
    optedOut: optedOut(signup),
    updatedAt: signup.updated_at,
  };
}

/** The four places for an address, in order. */
export function slotsOf(signup: Signup): { address: string | null; bad: boolean }[] {
  return [
    { address: signup.email1, bad: signup.email1_is_bad },
    { address: signup.email2, bad: signup.email2_is_bad },
    { address: signup.email3, bad: signup.email3_is_bad },
    { address: signup.email4, bad: signup.email4_is_bad },
  ];
}

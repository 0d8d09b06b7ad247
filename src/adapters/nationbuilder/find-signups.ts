import type { MayMail } from '../../ports/contacts.js';
import type { Outcome } from '../../ports/outcome.js';
import { after, done, refused } from '../http/outcomes.js';
import { addressesOf, mayMailTo, optedOut } from './consent.js';
import type { NationBuilderClient } from './nationbuilder-client.js';
import { type Signup, signupPage } from './signup-schemas.js';

/** Everybody with this address, as their first one or another. Usually one person or none. */
export async function findSignups(client: NationBuilderClient, email: string): Promise<Outcome<Signup[]>> {
  const page = await client.call({
    name: 'signups.find',
    path: '/signups',
    query: { 'filter[with_email_address][eq]': email, 'page[size]': '100' },
    answer: signupPage,
  });
  return after(page, ({ data }) => {
    const found = data.filter((signup) => addressesOf(signup).includes(email));
    // Other people, and not this one: the filter wasn't understood, so this says nothing about anybody.
    return found.length === 0 && data.length > 0 ? refused('filter-ignored') : done(found);
  });
}

/**
 * Duplicates that nobody merged must all agree: one "no" is a no. So must the records of a person's other addresses,
 * except that a bounce concerns its address alone.
 */
export async function mayMail(
  client: NationBuilderClient,
  address: string,
  alsoTheirs: readonly string[] = [],
): Promise<MayMail> {
  const email = address.trim().toLowerCase();
  const all = new Set([email, ...alsoTheirs.map((one) => one.trim().toLowerCase())]);
  let known = false;
  for (const one of all) {
    const found = await findSignups(client, one);
    if (found.outcome !== 'done') return 'unknown';
    const no =
      one === email
        ? found.value.some((signup) => mayMailTo(signup, email) === 'no')
        : found.value.some(optedOut);
    if (no) return 'no';
    known ||= found.value.length > 0;
  }
  return known ? 'yes' : 'no';
}

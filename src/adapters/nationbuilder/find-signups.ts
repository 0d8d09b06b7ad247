import type { MayMail, Outcome } from '../../activities/call-ports.js';
import { after, done, refused } from '../http/outcomes.js';
import { addressesOf, mayMailTo } from './consent.js';
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

/** Duplicates that nobody merged must all agree: one "no" is a no. */
export async function mayMail(client: NationBuilderClient, address: string): Promise<MayMail> {
  const email = address.trim().toLowerCase();
  const found = await findSignups(client, email);
  if (found.outcome !== 'done') return 'unknown';
  return found.value.length > 0 && found.value.every((signup) => mayMailTo(signup, email) === 'yes')
    ? 'yes'
    : 'no';
}

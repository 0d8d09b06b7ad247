import type { Instant } from '../../domain/time/instant.js';
import type { ContactState, Contacts } from '../../ports/contacts.js';
import type { Outcome } from '../../ports/outcome.js';
import { after, done } from '../http/outcomes.js';
import { contactOf } from './consent.js';
import type { NationBuilderClient } from './nationbuilder-client.js';
import { oneSignup, signupPage } from './signup-schemas.js';

const PAGE = 100;
/** Contacts of one answer, about; so that a poll of many thousands can tell that it is alive. */
const ENOUGH = 500;
/** What ended up in the nation's index late is seen by the next poll. */
const LATE = 60_000;

/**
 * Contacts changed since, oldest change first. Pages by number would slip when somebody changes meanwhile (they move
 * to the end, and one slides over a page's edge unseen), so each question starts at the last change seen; numbers
 * serve only where a whole page changed in the same second.
 */
export async function pollContacts(
  client: NationBuilderClient,
  since: Instant | null,
  now: () => number,
): Promise<Awaited<ReturnType<Contacts['poll']>>> {
  const seen = new Map<string, ContactState>();
  const begun = now();
  if (since === null) {
    const until = new Date(begun - LATE).toISOString();
    // Asked all the same, so that a permission that is missing is found out now.
    const tried = await client.call({
      name: 'signups.poll',
      path: '/signups',
      query: { 'filter[updated_at][gte]': until, 'page[size]': '1' },
      answer: signupPage,
    });
    return after(tried, () => done({ contacts: [], until, more: false }));
  }
  let from = since;
  for (let number = 1; ; ) {
    const page = await client.call({
      name: 'signups.poll',
      path: '/signups',
      query: {
        'filter[updated_at][gte]': from,
        sort: 'updated_at,id',
        'page[size]': String(PAGE),
        'page[number]': String(number),
      },
      answer: signupPage,
    });
    if (page.outcome !== 'done') return page;
    const contacts = page.value.data.map(contactOf);
    for (const contact of contacts) seen.set(contact.contactId, contact);
    const last = contacts.at(-1)?.updatedAt ?? from;
    if (!page.value.links?.next || contacts.length === 0) {
      const until = earlier(later(last, from), new Date(begun - LATE).toISOString());
      return done({ contacts: [...seen.values()], until: later(until, since), more: false });
    }
    number = last > from ? 1 : number + 1;
    from = later(last, from);
    if (seen.size >= ENOUGH && from > since) {
      return done({ contacts: [...seen.values()], until: from, more: true });
    }
  }
}

/** A contact that was merged into another is not there any more. */
export async function readContact(
  client: NationBuilderClient,
  contactId: string,
): Promise<Outcome<ContactState | null>> {
  const path = `/signups/${encodeURIComponent(contactId)}`;
  const read = await client.call({ name: 'signups.read', path, answer: oneSignup });
  if (read.outcome === 'refused' && read.code === 'not-found') return done(null);
  return after(read, ({ data }) => done(contactOf(data)));
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}

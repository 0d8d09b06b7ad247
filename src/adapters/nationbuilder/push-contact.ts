import type { Contacts, Outcome } from '../../activities/call-ports.js';
import { after, done } from '../http/outcomes.js';
import { mayMailTo, optedOut } from './consent.js';
import { findSignups } from './find-signups.js';
import type { NationBuilderClient } from './nationbuilder-client.js';
import { oneSignup, type Signup } from './signup-schemas.js';

type Pushed = { contactId: string | null; mayMail: 'yes' | 'no' };

/**
 * Tells the nation only what is new to it. Opting in makes the contact; opting out changes each contact with the
 * address; an opt-out that stands there is left alone, whatever was ticked here. `email_opt_in` goes with every
 * change, because the nation takes silence for a yes; and a "no" is never sent for silence, because a "no" there is
 * an unsubscription that staff can't take back.
 */
export async function pushContact(
  client: NationBuilderClient,
  { email: address, name, emailUpdates }: Parameters<Contacts['push']>[0],
): Promise<Outcome<Pushed>> {
  const email = address.trim().toLowerCase();
  return after(await findSignups(client, email), async (known) => {
    if (known.length > 0 && emailUpdates === false) return optOut(client, email, known);
    if (known.length > 0) return done(pushedOf(known, email));
    if (emailUpdates !== true) return done({ contactId: null, mayMail: 'no' });
    return optIn(client, email, name);
  });
}

async function optIn(client: NationBuilderClient, email: string, name: string): Promise<Outcome<Pushed>> {
  const attributes = { email, ...partsOf(name), email_opt_in: true };
  const pushed = await client.call({
    name: 'signups.push',
    method: 'PATCH',
    path: '/signups/push',
    body: { data: { type: 'signups', attributes } },
    answer: oneSignup,
  });
  // What counts is what the nation made of it.
  return after(pushed, ({ data }) => done(pushedOf([data], email)));
}

async function optOut(client: NationBuilderClient, email: string, known: Signup[]): Promise<Outcome<Pushed>> {
  for (const { id } of known.filter((signup) => !optedOut(signup))) {
    const changed = await client.call({
      name: 'signups.opt-out',
      method: 'PATCH',
      path: `/signups/${encodeURIComponent(id)}`,
      body: { data: { type: 'signups', id, attributes: { email_opt_in: false } } },
      answer: oneSignup,
    });
    if (changed.outcome !== 'done') return changed;
  }
  return done({ ...pushedOf(known, email), mayMail: 'no' });
}

function pushedOf(signups: Signup[], email: string): Pushed {
  const all = signups.every((signup) => mayMailTo(signup, email) === 'yes');
  return { contactId: signups[0]?.id ?? null, mayMail: all ? 'yes' : 'no' };
}

/** "Ana Maria Lopez" → Ana Maria, Lopez; staff mend what this gets wrong. */
function partsOf(name: string): { first_name: string; last_name?: string } {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.pop() : undefined;
  return { first_name: words.join(' '), ...(last ? { last_name: last } : {}) };
}

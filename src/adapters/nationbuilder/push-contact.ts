import type { Contacts, ContactWish } from '../../ports/contacts.js';
import type { Outcome } from '../../ports/outcome.js';
import { after, done, refused } from '../http/outcomes.js';
import { contactOf, mayMailTo, optedOut, slotsOf } from './consent.js';
import { findSignups } from './find-signups.js';
import type { NationBuilderClient } from './nationbuilder-client.js';
import { oneSignup, type Signup } from './signup-schemas.js';

type Pushed = Awaited<ReturnType<Contacts['push']>>;

/**
 * Tells the nation only what is new to it. Opting in makes the contact; opting out changes each contact with the
 * address; an opt-out that stands there is left alone, whatever was ticked here. `email_opt_in` goes with every
 * change, because the nation takes silence for a yes; and a "no" is never sent for silence, because a "no" there is
 * an unsubscription that staff can't take back.
 */
export async function pushContact(
  client: NationBuilderClient,
  { email: address, name, emailUpdates, bounces = false }: ContactWish,
): Promise<Pushed> {
  const email = address.trim().toLowerCase();
  return after(await findSignups(client, email), async (known) => {
    if (emailUpdates === false) return changeEach(client, email, known, optOut);
    if (bounces) return changeEach(client, email, known, markBad);
    if (known.length > 0 || emailUpdates !== true) return pushedOf(known, email);
    return optIn(client, email, name);
  });
}

async function optIn(client: NationBuilderClient, email: string, name: string): Promise<Pushed> {
  const attributes = { email, ...partsOf(name), email_opt_in: true };
  const pushed = await client.call({
    name: 'signups.push',
    method: 'PATCH',
    path: '/signups/push',
    body: { data: { type: 'signups', attributes } },
    answer: oneSignup,
  });
  // What counts is what the nation made of it.
  return after(pushed, ({ data }) => pushedOf([data], email));
}

/** What has to change about one contact; null: nothing. */
type Change = (signup: Signup, email: string) => Record<string, boolean> | null;

const optOut: Change = (signup) => (optedOut(signup) ? null : { email_opt_in: false });

/** Who opted out gets no mail anyway, and saying so once more would date their "no" anew. */
const markBad: Change = (signup, email) => {
  const slot = slotsOf(signup).findIndex(({ address, bad }) => address === email && !bad);
  return slot < 0 || optedOut(signup) ? null : { [`email${slot + 1}_is_bad`]: true, email_opt_in: true };
};

async function changeEach(
  client: NationBuilderClient,
  email: string,
  known: Signup[],
  changeOf: Change,
): Promise<Pushed> {
  const now: Signup[] = [];
  for (const signup of known) {
    const attributes = changeOf(signup, email);
    const changed: Outcome<{ data: Signup }> = attributes
      ? await client.call({
          name:
            'email_opt_in' in attributes && !attributes.email_opt_in ? 'signups.opt-out' : 'signups.mark-bad',
          method: 'PATCH',
          path: `/signups/${encodeURIComponent(signup.id)}`,
          body: { data: { type: 'signups', id: signup.id, attributes } },
          answer: oneSignup,
        })
      : done({ data: signup });
    if (changed.outcome !== 'done') return changed;
    if (changeOf(changed.value.data, email)) return refused('change-ignored');
    now.push(changed.value.data);
  }
  return pushedOf(now, email);
}

function pushedOf(signups: Signup[], email: string): Pushed {
  const all = signups.length > 0 && signups.every((signup) => mayMailTo(signup, email) === 'yes');
  return done({ contacts: signups.map(contactOf), mayMail: all ? 'yes' : 'no' });
}

/** "Ana Maria Lopez" → Ana Maria, Lopez; staff mend what this gets wrong. */
function partsOf(name: string): { first_name?: string; last_name?: string } {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.pop() : undefined;
  const first = words.join(' ');
  return { ...(first ? { first_name: first } : {}), ...(last ? { last_name: last } : {}) };
}

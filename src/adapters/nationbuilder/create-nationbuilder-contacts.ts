import type { Contacts } from '../../ports/contacts.js';
import { after, done } from '../http/outcomes.js';
import { wallTime } from '../http/wall-time.js';
import { contactOf } from './consent.js';
import { findSignups, mayMail } from './find-signups.js';
import { createNationBuilderClient, type NationBuilderDeps } from './nationbuilder-client.js';
import { pollContacts, readContact } from './poll-contacts.js';
import { pushContact } from './push-contact.js';

/** "Send me email updates" as the nation has it. Names and addresses never reach the log. */
export function createNationBuilderContacts(deps: NationBuilderDeps): Contacts {
  const client = createNationBuilderClient(deps);
  const { now } = deps.time ?? wallTime;
  return {
    kind: 'nationbuilder',
    mayMail: (email, alsoTheirs) => mayMail(client, email, alsoTheirs),
    push: (contact) => pushContact(client, contact),
    poll: (since) => pollContacts(client, since, now),
    find: async (email) =>
      after(await findSignups(client, email.trim().toLowerCase()), (found) => done(found.map(contactOf))),
    read: (contactId) => readContact(client, contactId),
  };
}

import type { Contacts } from '../../activities/call-ports.js';
import { wallTime } from '../http/wall-time.js';
import { mayMail } from './find-signups.js';
import { createNationBuilderClient, type NationBuilderDeps } from './nationbuilder-client.js';
import { pollContacts, readContact } from './poll-contacts.js';
import { pushContact } from './push-contact.js';

/** "Send me email updates" as the nation has it. Names and addresses never reach the log. */
export function createNationBuilderContacts(deps: NationBuilderDeps): Contacts {
  const client = createNationBuilderClient(deps);
  const { now } = deps.time ?? wallTime;
  return {
    kind: 'nationbuilder',
    mayMail: (email) => mayMail(client, email),
    push: (contact) => pushContact(client, contact),
    poll: (since) => pollContacts(client, since, now),
    read: (contactId) => readContact(client, contactId),
  };
}

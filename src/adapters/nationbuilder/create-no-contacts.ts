import type { Contacts } from '../../ports/contacts.js';
import { refused } from '../http/outcomes.js';

/** Without NationBuilder the desk's own subscriptions decide alone; nobody should ask here. */
export function createNoContacts(): Contacts {
  const no = async () => refused('not-configured');
  return { kind: 'none', mayMail: async () => 'unknown', push: no, poll: no, find: no, read: no };
}

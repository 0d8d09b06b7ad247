import { createHash } from 'node:crypto';
import { contactReadWorkflowId } from '../../domain/calls/workflow-id.js';
import type { ContactFact } from '../../ports/contacts.js';
import type { TakeFact } from './once.js';

/** A token proves nobody's words, so what changed is read from the nation itself, by a process of its own. */
export function takeContactFact(): TakeFact<ContactFact> {
  return async ({ outbox }, { contactId, delivery }) => {
    const word = createHash('sha256').update(delivery).digest('hex').slice(0, 16);
    outbox.start('contactRead', contactReadWorkflowId(contactId, word), { v: 1, contactId });
  };
}

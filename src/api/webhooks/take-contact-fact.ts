import { createHash } from 'node:crypto';
import { contactReadWorkflowId } from '../../domain/calls/workflow-id.js';
import type { ContactFact } from '../../ports/contacts.js';
import type { RecordServices } from '../../ports/services.js';
import { enqueueStart } from '../../usecases/outbox/enqueue.js';
import type { TakeFact } from './once.js';

/** A token proves nobody's words, so what changed is read from the nation itself, by a process of its own. */
export function takeContactFact(services: Pick<RecordServices, 'relay' | 'clock'>): TakeFact<ContactFact> {
  return async (tx, { contactId, delivery }) => {
    const word = createHash('sha256').update(delivery).digest('hex').slice(0, 16);
    const workflowId = contactReadWorkflowId(contactId, word);
    const at = services.clock.now();
    await enqueueStart(tx, { workflowId, name: 'contactRead', input: { v: 1, contactId }, at });
    return () => void services.relay.kick([workflowId]);
  };
}

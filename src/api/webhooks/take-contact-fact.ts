import { createHash } from 'node:crypto';
import type { ContactFact } from '../../activities/call-ports.js';
import type { RecordServices } from '../../activities/ports.js';
import { contactReadWorkflowId } from '../../domain/calls/workflow-id.js';
import { enqueueStart } from '../../records/outbox/enqueue.js';
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

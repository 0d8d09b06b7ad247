import type { RequestFact } from '../../domain/requests/command.js';
import { requestWorkflowId } from '../../domain/requests/workflow-id.js';
import type { Transaction } from '../../ports/database.js';
import { enqueueSignal } from '../outbox/enqueue.js';

/** Tells a running request of a fact, through the outbox. Returns the workflow id to kick after commit. */
export async function enqueueFact(
  tx: Transaction,
  request: { id: string; episode: number },
  fact: RequestFact,
): Promise<string> {
  const workflowId = requestWorkflowId(request.id, request.episode);
  await enqueueSignal(tx, { workflowId, name: 'requestFact', input: fact, at: new Date(fact.at) });
  return workflowId;
}

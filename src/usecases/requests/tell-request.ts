import type { RequestFact } from '../../domain/requests/command.js';
import { requestWorkflowId } from '../../domain/requests/workflow-id.js';
import type { Recording } from '../recording.js';

/** Tells a request of a fact; one that has ended hears nothing. */
export function tellRequest(
  { outbox }: Recording,
  request: { id: string; episode: number },
  fact: RequestFact,
): void {
  outbox.signal('requestFact', requestWorkflowId(request.id, request.episode), fact);
}

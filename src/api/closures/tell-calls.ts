import { callWorkflowId } from '../../domain/calls/workflow-id.js';
import type { Transaction } from '../../ports/database.js';
import { enqueueSignal } from '../../usecases/outbox/enqueue.js';
import type { CallOnDay } from './closure-calls.js';

export async function tellCalls(
  tx: Transaction,
  toKick: (workflowId: string | null) => void,
  { calls, changeId, at }: { calls: CallOnDay[]; changeId: string; at: Date },
): Promise<void> {
  for (const { id } of calls) {
    const workflowId = callWorkflowId(id);
    const fact = { v: 1, kind: 'calendar-changed', changeId, at: at.toISOString() };
    await enqueueSignal(tx, { workflowId, name: 'callFact', input: fact, at });
    toKick(workflowId);
  }
}

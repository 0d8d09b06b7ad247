import { callWorkflowId } from '../../domain/calls/workflow-id.js';
import type { Recording } from '../recording.js';
import type { CallOnDay } from './closure-calls.js';

export async function tellCalls(
  rec: Recording,
  { calls, changeId }: { calls: CallOnDay[]; changeId: string },
): Promise<void> {
  const at = rec.at.toISOString();
  for (const { id } of calls) {
    rec.outbox.signal('callFact', callWorkflowId(id), { v: 1, kind: 'calendar-changed', changeId, at });
  }
}

import { LIVE_INTRODUCTIONS } from '../../domain/mentors/introduction-statuses.js';
import { introductionWorkflowId } from '../../domain/mentors/workflow-id.js';
import type { Recording } from '../recording.js';

/** Introductions look anew at what waits in them: there are few, and any of them may count business days. */
export async function tellIntroductions(rec: Recording, { changeId }: { changeId: string }): Promise<void> {
  const rows = await rec.tx.introduction.findMany({
    where: { status: { in: LIVE_INTRODUCTIONS } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const at = rec.at.toISOString();
  for (const { id } of rows) {
    const fact = { v: 1, kind: 'calendar-changed', changeId, at } as const;
    rec.outbox.signal('introductionFact', introductionWorkflowId(id), fact);
  }
}

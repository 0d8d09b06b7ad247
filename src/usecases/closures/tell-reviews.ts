import { LIVE_REVIEWS } from '../../domain/conduct/review-statuses.js';
import { reviewWorkflowId } from '../../domain/conduct/workflow-id.js';
import type { Recording } from '../recording.js';

/** Conduct reviews look anew at what waits in them: there are few, and any of them may count business days. */
export async function tellReviews(rec: Recording, { changeId }: { changeId: string }): Promise<void> {
  const rows = await rec.tx.conductReview.findMany({
    where: { status: { in: LIVE_REVIEWS } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const at = rec.at.toISOString();
  for (const { id } of rows) {
    rec.outbox.signal('reviewFact', reviewWorkflowId(id), { v: 1, kind: 'calendar-changed', changeId, at });
  }
}

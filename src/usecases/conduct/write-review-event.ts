import type { Prisma } from '../../adapters/database/generated/client.js';
import type { ReviewEvent, ReviewState } from '../../domain/conduct/review-state.js';
import { isReviewOver } from '../../domain/conduct/review-statuses.js';
import { reviewWorkflowId } from '../../domain/conduct/workflow-id.js';
import type { RecordServices } from '../../ports/services.js';
import { appendEvent, asJson, contentHash } from '../process-events.js';
import type { Recording } from '../recording.js';
import { conductText } from './conduct-text.js';
import { queueReviewMails } from './queue-review-mails.js';
import type { ReviewRow } from './review-row.js';

/** Appends a review's event, updates its row, and writes the mails it calls for: the one place that does. */
export async function writeReviewEvent(
  rec: Recording,
  services: RecordServices,
  { row, state, event }: { row: ReviewRow; state: ReviewState; event: ReviewEvent },
): Promise<void> {
  appendEvent(rec, { workflowId: reviewWorkflowId(row.id), event, hash: reviewEventHash(event, state) });
  const { type, data } = event;
  await rec.tx.conductReview.update({
    where: { id: row.id },
    data: {
      ...derivedOf(state),
      ...(isReviewOver(state.status) ? { endedAt: new Date(event.at) } : {}),
      ...(type === 'appeal-upheld' || type === 'appeal-reversed'
        ? { appealDecidedBy: event.actor, decidedAlone: data.alone === true }
        : {}),
      processSeq: event.seq,
      processState: asJson(state),
      version: { increment: 1 },
    },
  });
  if (event.commandId) conductText.makeEffective(rec, row.id, event.commandId);
  await queueReviewMails(rec, services, { row, state, event });
}

/** What a review's row has from its process. */
export function derivedOf(state: ReviewState) {
  const date = (at: string | null) => (at ? new Date(at) : null);
  return {
    status: state.status,
    notifiedAt: date(state.notifiedAt),
    refusedAt: date(state.refusedAt),
    refusedBy: state.refusedBy,
    endsAt: date(state.endsAt),
    appealUntil: date(state.appealUntil),
    appealedAt: date(state.appealedAt),
    decideBy: date(state.decideBy),
    nextDueAt: date(state.next?.at ?? null),
  } satisfies Prisma.ConductReviewUncheckedUpdateInput;
}

/** What depends on the calendar may differ between two tries and doesn't count. */
export function reviewEventHash(event: ReviewEvent, state: ReviewState): string {
  const { next: _next, appealUntil: _until, decideBy: _by, ...decided } = state;
  return contentHash(event, decided);
}

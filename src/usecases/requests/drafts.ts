import type { CaseText } from '../../adapters/database/generated/client.js';
import { openFollowUp } from '../../domain/requests/after-answer.js';
import type { RequestState } from '../../domain/requests/state.js';
import { REVIEWED_STATUSES } from '../../domain/requests/statuses.js';
import type { Transaction } from '../../ports/database.js';
import type { RequestRow } from './request-row.js';

/**
 * The draft that would be submitted or sent now: under review the one submitted, whatever was saved at the same
 * moment; else the last one. Null: nothing was written since the request was opened or reopened.
 */
export async function currentDraft(
  tx: Transaction,
  row: Pick<RequestRow, 'id' | 'status' | 'draftAuthor' | 'processState'>,
): Promise<{ id: string; author: string } | null> {
  if (row.status === 'responded') return followUpDraft(tx, row);
  if (!row.draftAuthor) return null;
  const reviewed = reviewedDraft(row);
  return tx.caseText.findFirst({
    where: {
      requestId: row.id,
      field: 'draft',
      status: 'effective',
      ...(reviewed === null ? {} : { id: reviewed }),
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true, author: true },
  });
}

/** The draft of an open follow-up’s answer: the one submitted, else the last one. */
export async function followUpDraft(
  tx: Transaction,
  row: Pick<RequestRow, 'id' | 'processState'>,
): Promise<CaseText | null> {
  const state = row.processState as unknown as RequestState | null;
  const followUp = state && openFollowUp(state);
  if (!followUp) return null;
  return tx.caseText.findFirst({
    where: {
      requestId: row.id,
      field: 'follow-up-draft',
      status: 'effective',
      createdAt: { gte: new Date(followUp.askedAt) },
      ...(followUp.inReview && state.draftId ? { id: state.draftId } : {}),
    },
    orderBy: { createdAt: 'desc' },
  });
}

/** Id of the draft under review, or that was sent; null: the last one counts. */
export function reviewedDraft({ processState }: Pick<RequestRow, 'processState'>): string | null {
  const state = processState as unknown as RequestState | null;
  return state && REVIEWED_STATUSES.includes(state.status) ? (state.draftId ?? null) : null;
}

/** The draft under review, as the process has it; it stays until the request has ended. */
export function underReview({
  status,
  processState,
}: Pick<RequestRow, 'status' | 'processState'>): { id: string; author: string } | null {
  const state = processState as unknown as RequestState | null;
  if (!state?.draftId || !state.draftAuthor) return null;
  if (status !== 'in-review' && !openFollowUp(state)?.inReview) return null;
  return { id: state.draftId, author: state.draftAuthor };
}

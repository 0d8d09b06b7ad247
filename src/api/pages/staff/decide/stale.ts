import type { Decision } from '../../../../domain/requests/decision.schema.js';
import type { RequestContent } from '../../../../usecases/requests/request-content.js';
import type { Texts } from '../../../text/texts.js';
import type { PageError } from '../../../views/page-errors.js';
import { type Fields, one } from '../../kit/fields.js';
import type { StaffRequest } from '../request/load-request.js';

/** What a form was made from, sent along with it, where deciding on an older state would do harm. */
export function seenOf(
  { view }: Pick<StaffRequest, 'view'>,
  { draft }: Pick<RequestContent, 'draft'>,
): string {
  return `${view.assignee?.email ?? ''}|${draft?.at ?? ''}`;
}

/**
 * Assigning over a colleague who took it meanwhile, or sending a draft that isn't the one read: said, not done.
 * A repeat of what was done already passes, the engine knows its id.
 */
export function staleErrors(
  { staff: { request: t } }: Texts,
  args: {
    decision: Decision;
    typed: Fields;
    request: Pick<StaffRequest, 'view'>;
    content: Pick<RequestContent, 'draft'>;
  },
): PageError[] {
  const { decision, typed, request, content } = args;
  if (typed.seen === undefined) return [];
  const [assignee, draftAt] = one(typed, 'seen').split('|');
  const current = request.view.assignee;
  if (decision.kind === 'assign' && current && current.email !== assignee && current.email !== decision.to) {
    return [{ pointer: '/to', message: t.takenMeanwhile(current.name) }];
  }
  const inReview = ['in-review', 'in-progress', 'responded'].includes(request.view.status);
  if (decision.kind === 'send-response' && inReview && (content.draft?.at ?? '') !== draftAt) {
    return [{ pointer: '', message: t.draftChanged }];
  }
  return [];
}

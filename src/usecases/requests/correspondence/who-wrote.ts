import type { CorrespondenceFrom } from '../../../domain/requests/correspondence.js';

const FROM_OUTSIDE = new Set([
  'answer',
  'withdrawal-reason',
  'message',
  'reopening-request',
  'follow-up',
  'feedback-comment',
  'facts',
  'questions',
  'client-alias',
]);

/** Whose words a text of a case is: staff acting for the requester write as the requester. */
export function whoWrote(
  row: { requesterId: string },
  text: { field: string; author: string },
): CorrespondenceFrom {
  if (!FROM_OUTSIDE.has(text.field)) return 'staff';
  return text.author.startsWith('person:') && text.author !== `person:${row.requesterId}`
    ? 'supervisor'
    : 'requester';
}

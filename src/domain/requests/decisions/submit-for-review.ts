import { WRITERS } from '../../people/permissions.js';
import { draftOf, type OfDraft } from './outcomes.js';
import { decision } from './sheet.js';

export const submitForReview = decision<{ kind: 'submit-for-review' } & OfDraft>()({
  by: WRITERS,
  allowedIn: ['queued', 'in-progress'],
  mildest: ({ draft }) =>
    draft && { kind: 'submit-for-review', draftAuthor: draft.author, draftId: draft.id },
  carryOut: (_state, command) => ({
    type: 'submitted-for-review',
    change: { status: 'in-review', ...draftOf(command) },
  }),
});

import { WRITERS } from '../../people/permissions.js';
import { because } from '../../result.js';
import { openFollowUp } from '../after-answer.js';
import { aboutDraft, type BroughtDraft, draftOf, noFollowUp, type OfDraft, reviewing } from './outcomes.js';
import { decision } from './sheet.js';

export const submitForReview = decision<{ kind: 'submit-for-review' } & BroughtDraft & OfDraft>()({
  by: WRITERS,
  words: { body: { keptAs: 'draft', readBy: 'staff' } },
  allowedIn: ['queued', 'in-progress', 'responded'],
  mildest: ({ draft }) =>
    draft && { kind: 'submit-for-review', draftAuthor: draft.author, draftId: draft.id },
  refuse(state) {
    const refused = noFollowUp(state, 'submit-for-review');
    return refused ?? (openFollowUp(state)?.inReview ? because('draft-in-review') : null);
  },
  carryOut: (state, command) => ({
    type: 'submitted-for-review',
    change: { ...(reviewing(state, true) ?? { status: 'in-review' }), ...draftOf(command) },
    ...aboutDraft(state, command),
  }),
});

import { WRITERS } from '../../people/permissions.js';
import { because } from '../../result.js';
import { openFollowUp } from '../after-answer.js';
import { aboutDraft, type BroughtDraft, noFollowUp, ownDraft, reviewing, workingStatus } from './outcomes.js';
import { decision } from './sheet.js';

export const returnResponse = decision<{ kind: 'return-response' } & BroughtDraft>()({
  by: WRITERS,
  words: {
    note: { keptAs: 'return-note', readBy: 'staff' },
    body: { keptAs: 'draft', readBy: 'staff' },
  },
  allowedIn: ['in-review', 'responded'],
  mildest: () => ({ kind: 'return-response' }),
  refuse(state, _command, { actor }) {
    const refused = noFollowUp(state, 'return-response');
    if (refused) return refused;
    if (openFollowUp(state)?.inReview === false) return because('draft-not-submitted');
    return ownDraft(state.draftAuthor, actor);
  },
  carryOut: (state, command) => ({
    type: 'response-returned',
    change: { ...(reviewing(state, false) ?? { status: workingStatus(state) }), draftId: null },
    ...aboutDraft(state, command),
  }),
});

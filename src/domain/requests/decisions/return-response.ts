import { WRITERS } from '../../people/permissions.js';
import { ownDraft, workingStatus } from './outcomes.js';
import { decision } from './sheet.js';

export const returnResponse = decision<{ kind: 'return-response' }>()({
  by: WRITERS,
  words: { note: { keptAs: 'return-note', readBy: 'staff' } },
  allowedIn: ['in-review'],
  mildest: () => ({ kind: 'return-response' }),
  refuse: (state, _command, { actor }) => ownDraft(state.draftAuthor, actor),
  carryOut: (state) => ({
    type: 'response-returned',
    change: { status: workingStatus(state), draftId: null },
  }),
});

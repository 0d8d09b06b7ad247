import { ownDraft, workingStatus } from './outcomes.js';
import { decision } from './sheet.js';

export const returnResponse = decision<{ kind: 'return-response' }>({
  permission: 'decision.return-response',
  allowedIn: ['in-review'],
  mildest: () => ({ kind: 'return-response' }),
  refuse: (state, _command, { actor }) => ownDraft(state.draftAuthor, actor),
  carryOut: (state) => ({
    type: 'response-returned',
    change: { status: workingStatus(state), draftId: null },
  }),
});

import { draftOf, type OfDraft, ownDraft, stopClock } from './outcomes.js';
import { decision, notNow } from './sheet.js';

export const sendResponse = decision<{ kind: 'send-response' } & OfDraft>({
  permission: 'decision.send-response',
  allowedIn: ['in-review', 'in-progress', 'queued'],
  mildest: ({ draft }) => draft && { kind: 'send-response', draftAuthor: draft.author, draftId: draft.id },
  refuse(state, { draftAuthor, draftId }, { actor }) {
    if (state.reviewRequired) {
      if (state.status !== 'in-review') return notNow('Submit the draft for review first.');
      const own = ownDraft(draftAuthor, actor);
      if (own) return own;
    }
    // What was reviewed is sent, whatever was written since.
    if (state.status === 'in-review' && state.draftId && draftId && draftId !== state.draftId)
      return notNow('Another draft is under review than the one you have read.');
    if (state.supervisor === 'unconfirmed') return notNow('The supervisor has not confirmed yet.');
    return state.supervisor === 'refused'
      ? notNow('The supervisor named has refused; another one is needed.')
      : null;
  },
  carryOut: (state, command, at) => ({
    type: 'responded',
    change: { status: 'responded', ...draftOf(command), ...stopClock(state, at) },
    data: { clock: 'stopped' },
  }),
});

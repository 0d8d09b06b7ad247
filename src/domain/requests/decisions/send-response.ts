import { WRITERS } from '../../people/permissions.js';
import { because } from '../../result.js';
import { draftOf, type OfDraft, ownDraft, stopClock } from './outcomes.js';
import { decision } from './sheet.js';

export const sendResponse = decision<{ kind: 'send-response' } & OfDraft>()({
  by: WRITERS,
  allowedIn: ['in-review', 'in-progress', 'queued'],
  mildest: ({ draft }) => draft && { kind: 'send-response', draftAuthor: draft.author, draftId: draft.id },
  refuse(state, { draftAuthor, draftId }, { actor }) {
    if (state.reviewRequired) {
      if (state.status !== 'in-review') return because('draft-not-submitted');
      const own = ownDraft(draftAuthor, actor);
      if (own) return own;
    }
    // What was reviewed is sent, whatever was written since.
    if (state.status === 'in-review' && state.draftId && draftId && draftId !== state.draftId)
      return because('other-draft-reviewed');
    if (state.supervisor === 'unconfirmed') return because('supervisor-not-confirmed');
    return state.supervisor === 'refused' ? because('supervisor-refused') : null;
  },
  carryOut: (state, command, at) => ({
    type: 'responded',
    change: { status: 'responded', ...draftOf(command), ...stopClock(state, at) },
    data: { clock: 'stopped' },
  }),
});

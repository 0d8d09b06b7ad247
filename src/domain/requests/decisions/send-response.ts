import { WRITERS } from '../../people/permissions.js';
import { because } from '../../result.js';
import { NOT_CLOSING, openFollowUp } from '../after-answer.js';
import type { RequestState } from '../state.js';
import { draftOf, noFollowUp, type OfDraft, ownDraft, stopClock } from './outcomes.js';
import { decision } from './sheet.js';

export const sendResponse = decision<{ kind: 'send-response' } & OfDraft>()({
  by: WRITERS,
  allowedIn: ['in-review', 'in-progress', 'queued', 'responded'],
  mildest: ({ draft }) => draft && { kind: 'send-response', draftAuthor: draft.author, draftId: draft.id },
  refuse(state, { draftAuthor, draftId }, { actor }) {
    if (state.status === 'responded') return refuseFollowUp(state, { draftAuthor, draftId }, actor);
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
  carryOut(state, command, at) {
    const followUp = openFollowUp(state);
    if (followUp) {
      const clock = [...followUp.clock, { type: 'stopped' as const, at }];
      const answered = { ...followUp, clock, answeredAt: at, inReview: false };
      // From this answer the silence is counted anew.
      return {
        type: 'follow-up-answered',
        change: { followUp: answered, closing: NOT_CLOSING, ...draftOf(command) },
      };
    }
    return {
      type: 'responded',
      change: { status: 'responded', ...draftOf(command), ...stopClock(state, at) },
      data: { clock: 'stopped' },
    };
  },
});

/** Of a follow-up a second person sends the answer, submitted or not: sending it is the review. */
function refuseFollowUp(state: RequestState, { draftAuthor, draftId }: OfDraft, actor: string) {
  const refused = noFollowUp(state, 'send-response');
  if (refused) return refused;
  const own = state.reviewRequired ? ownDraft(draftAuthor, actor) : null;
  if (own) return own;
  const submitted = openFollowUp(state)?.inReview ? state.draftId : null;
  return submitted && draftId && draftId !== submitted ? because('other-draft-reviewed') : null;
}

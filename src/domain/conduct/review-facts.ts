import { applyOnce, type FactSheets } from '../handled-once.js';
import type { ReviewFact, ReviewState } from './review-state.js';
import { isReviewOver } from './review-statuses.js';
import { type ReviewDecided, reviewTransition } from './review-transition.js';

/** What a fact does to a running review; null when it changes nothing. */
export const applyReviewFact = (state: ReviewState, fact: ReviewFact): ReviewDecided | null =>
  applyOnce(FACTS, state, fact);

const FACTS: FactSheets<ReviewState, ReviewFact, ReviewDecided> = {
  'calendar-changed': {
    id: ({ changeId, at }) => `calendar:${changeId}:${at}`,
    does: (state, { changeId, at }) =>
      isReviewOver(state.status)
        ? null
        : reviewTransition(state, { type: 'calendar-changed', change: {}, data: { changeId } }, { at }),
  },
};

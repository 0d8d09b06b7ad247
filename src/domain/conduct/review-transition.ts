import type { Instant } from '../time/instant.js';
import type { ReviewEvent, ReviewEventData, ReviewEventType, ReviewState } from './review-state.js';

export interface ReviewDecided {
  state: ReviewState;
  event: ReviewEvent;
}

/** What was decided: the one event that tells of it, and what it changes. */
export interface ReviewOutcome {
  type: ReviewEventType;
  change: Partial<ReviewState>;
  data?: ReviewEventData;
}

/** Changes plus the event that tells of them; numbers the event. */
export function reviewTransition(
  state: ReviewState,
  { type, change, data = {} }: ReviewOutcome,
  by: { at: Instant; actor?: string; onBehalfOf?: string | null; commandId?: string | null },
): ReviewDecided {
  const seq = state.seq + 1;
  const { at, actor = 'system', onBehalfOf = null, commandId = null } = by;
  return {
    state: { ...state, ...change, seq },
    event: { seq, type, at, actor, onBehalfOf, commandId, data },
  };
}

import type { Instant } from '../time/instant.js';
import type {
  IntroductionEvent,
  IntroductionEventData,
  IntroductionEventType,
  IntroductionState,
} from './introduction-state.js';

export interface IntroductionDecided {
  state: IntroductionState;
  event: IntroductionEvent;
}

/** What was decided: the one event that tells of it, and what it changes. */
export interface IntroductionOutcome {
  type: IntroductionEventType;
  change: Partial<IntroductionState>;
  data?: IntroductionEventData;
}

/** Changes plus the event that tells of them; numbers the event. */
export function introductionTransition(
  state: IntroductionState,
  { type, change, data = {} }: IntroductionOutcome,
  by: { at: Instant; actor?: string; onBehalfOf?: string | null; commandId?: string | null },
): IntroductionDecided {
  const seq = state.seq + 1;
  const { at, actor = 'system', onBehalfOf = null, commandId = null } = by;
  return {
    state: { ...state, ...change, seq },
    event: { seq, type, at, actor, onBehalfOf, commandId, data },
  };
}

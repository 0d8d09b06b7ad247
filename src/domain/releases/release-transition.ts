import type { Instant } from '../time/instant.js';
import { nextReleaseDeadline } from './next-release-deadline.js';
import type { ReleaseEvent, ReleaseEventData, ReleaseEventType, ReleaseState } from './release-state.js';

export interface ReleaseDecided {
  state: ReleaseState;
  event: ReleaseEvent;
}

/** What was decided: the one event that tells of it, and what it changes. */
export interface ReleaseOutcome {
  type: ReleaseEventType;
  change: Partial<ReleaseState>;
  data?: ReleaseEventData;
}

/** Changes plus the event that tells of them; numbers the event. What is due next follows from the state: no calendar moves it. */
export function releaseTransition(
  state: ReleaseState,
  { type, change, data = {} }: ReleaseOutcome,
  by: { at: Instant; actor?: string; onBehalfOf?: string | null; commandId?: string | null },
): ReleaseDecided {
  const seq = state.seq + 1;
  const { at, actor = 'system', onBehalfOf = null, commandId = null } = by;
  const changed = { ...state, ...change, seq };
  return {
    state: { ...changed, next: nextReleaseDeadline(changed) },
    event: { seq, type, at, actor, onBehalfOf, commandId, data },
  };
}

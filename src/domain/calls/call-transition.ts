import type { Instant } from '../time/instant.js';
import type { CallEvent, CallEventData, CallEventType, CallState } from './call-state.js';

export interface CallDecided {
  state: CallState;
  event: CallEvent;
}

/** Changes plus the event that tells of them; numbers the event. */
export function callTransition(
  state: CallState,
  change: Partial<CallState>,
  event: {
    type: CallEventType;
    at: Instant;
    actor?: string;
    commandId?: string | null;
    data?: CallEventData;
  },
): CallDecided {
  const seq = state.seq + 1;
  const { type, at, actor = 'system', commandId = null, data = {} } = event;
  return { state: { ...state, ...change, seq }, event: { seq, type, at, actor, commandId, data } };
}

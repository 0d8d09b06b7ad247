import type { Instant } from '../time/instant.js';
import type { AbsenceEvent, AbsenceEventData, AbsenceEventType, AbsenceState } from './absence-state.js';

export interface AbsenceDecided {
  state: AbsenceState;
  event: AbsenceEvent;
}

/** What was decided: the one event that tells of it, and what it changes. */
export interface AbsenceOutcome {
  type: AbsenceEventType;
  change: Partial<AbsenceState>;
  data?: AbsenceEventData;
}

/** Changes plus the event that tells of them; numbers the event. */
export function absenceTransition(
  state: AbsenceState,
  { type, change, data = {} }: AbsenceOutcome,
  by: { at: Instant; actor?: string; onBehalfOf?: string | null; commandId?: string | null },
): AbsenceDecided {
  const seq = state.seq + 1;
  const { at, actor = 'system', onBehalfOf = null, commandId = null } = by;
  return {
    state: { ...state, ...change, seq },
    event: { seq, type, at, actor, onBehalfOf, commandId, data },
  };
}

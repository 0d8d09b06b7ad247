import type { Instant } from '../time/instant.js';
import type { RequestEvent, RequestEventType } from './events.js';
import type { RequestEventData, RequestState } from './state.js';

export interface Decided {
  state: RequestState;
  event: RequestEvent;
}

/** Changes plus the event that tells of them; numbers the event. */
export function transition(
  state: RequestState,
  change: Partial<RequestState>,
  event: {
    type: RequestEventType;
    at: Instant;
    actor: string;
    onBehalfOf?: string | null;
    commandId?: string | null;
    data?: RequestEventData;
  },
): Decided {
  const seq = state.seq + 1;
  return {
    state: { ...state, ...change, seq },
    event: {
      seq,
      type: event.type,
      at: event.at,
      actor: event.actor,
      onBehalfOf: event.onBehalfOf ?? null,
      commandId: event.commandId ?? null,
      data: event.data ?? {},
    },
  };
}

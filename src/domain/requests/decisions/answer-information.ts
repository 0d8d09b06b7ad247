import type { Instant } from '../../time/instant.js';
import type { RequestEventData, RequestState } from '../state.js';
import { workingStatus } from './outcomes.js';
import { command } from './sheet.js';

/** The requester answers what staff asked, or names another supervisor. */
export const answerInformation = command<{ kind: 'answer-information'; newSupervisor: boolean }>({
  allowedIn: ['awaiting-information'],
  carryOut: (state, { newSupervisor }, at) => ({
    type: 'information-answered',
    change: {
      ...goOn(state, at),
      questionWaits: false,
      ...(newSupervisor ? { supervisor: 'unconfirmed' as const, supervisorAskedAt: at } : {}),
    },
    data: { ...clockOf(state), newSupervisor },
  }),
});

/** The clock goes on, or starts; courses still missing are waited for from here. */
export function goOn(
  state: RequestState,
  at: Instant,
): Pick<RequestState, 'status' | 'clock' | 'waitingSince'> {
  if (state.missing.length > 0) return { status: 'awaiting-prerequisites', clock: [], waitingSince: at };
  const event = state.clock.length > 0 ? ('resumed' as const) : ('started' as const);
  return { status: workingStatus(state), clock: [...state.clock, { type: event, at }], waitingSince: null };
}

export function clockOf(state: RequestState): Pick<RequestEventData, 'clock'> {
  if (state.missing.length === 0) return { clock: state.clock.length > 0 ? 'resumed' : 'started' };
  return state.clock.length > 0 ? { clock: 'reset' } : {};
}

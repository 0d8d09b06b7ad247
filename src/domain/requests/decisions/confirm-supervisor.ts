import { because } from '../../result.js';
import type { Instant } from '../../time/instant.js';
import type { RequestEventData, RequestState } from '../state.js';
import { OPEN_STATUSES } from '../statuses.js';
import { command, type Outcome } from './sheet.js';

/** The supervisor named says whether they are. */
export const confirmSupervisor = command<{
  kind: 'confirm-supervisor';
  confirms: boolean;
  /** False: they don't know who named them. */
  knows?: boolean;
}>({
  allowedIn: OPEN_STATUSES,
  refuse(state) {
    if (state.supervisor === 'not-needed') return because('needs-no-supervisor');
    return state.supervisor === 'unconfirmed' ? null : because('supervisor-answered');
  },
  carryOut: (state, { confirms, knows }, at) =>
    confirms
      ? { type: 'supervisor-confirmed', change: { supervisor: 'confirmed' } }
      : waitForAnother(state, at, knows === false ? { unknownPerson: true } : {}),
});

/** A supervisor who refuses leaves the requester to name another: that is waiting for information. */
function waitForAnother(state: RequestState, at: Instant, data: RequestEventData): Outcome {
  const type = 'supervisor-refused';
  if (state.status === 'awaiting-information') {
    return { type, change: { supervisor: 'refused', questionWaits: true }, data };
  }
  const started = state.clock.length > 0;
  return {
    type,
    change: {
      supervisor: 'refused',
      status: 'awaiting-information',
      waitingSince: at,
      clock: started ? [...state.clock, { type: 'paused', at }] : state.clock,
    },
    data: { ...data, ...(started ? { clock: 'paused' as const } : {}) },
  };
}

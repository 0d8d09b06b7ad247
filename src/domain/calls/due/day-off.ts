import { isLive } from '../call-statuses.js';
import { cancelsItselfAt } from '../cancels-itself.js';
import { cancelled } from '../decisions/outcomes.js';
import { type CallDueInput, type CallDueSheet, late } from './sheet.js';

const inDoubt = ({ state, flag }: CallDueInput) => flag && isLive(state.status) && !state.staffConfirmed;

/** Staff hear of a day off, or of the eve, in good time. */
export const flagDayOff: CallDueSheet = {
  when: (input) => (inDoubt(input) && !input.state.flagged ? input.state.times.flagAt : null),
  whenDue: () => ({ type: 'day-off-flagged', change: { flagged: true } }),
};

/** Nobody said that it takes place all the same. */
export const cancelDayOff: CallDueSheet = {
  when: (input) => (inDoubt(input) ? cancelsItselfAt(input.state) : null),
  whenDue: (state, at) => ({
    type: 'cancelled',
    change: cancelled(state, 'day-off', at),
    data: { reason: 'day-off', ...late(state, at) },
  }),
};

import { because } from '../../result.js';
import { LIVE_STATUSES } from '../call-statuses.js';
import { onCall } from './sheet.js';

/** It takes place although its day is off. */
export const confirm = onCall<{ kind: 'confirm' }>({
  allowedIn: LIVE_STATUSES,
  mildest: () => ({ kind: 'confirm' }),
  refuse(state, _command, at) {
    if (at >= state.times.startsAt) return because('call-begun');
    return state.staffConfirmed ? because('call-confirmed-already') : null;
  },
  carryOut: () => ({ type: 'confirmed-by-staff', change: { staffConfirmed: true } }),
});

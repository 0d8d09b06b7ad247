import { because } from '../../result.js';
import { LIVE_STATUSES } from '../call-statuses.js';
import { cancelled } from './outcomes.js';
import { onCall } from './sheet.js';

export const cancel = onCall<{ kind: 'cancel' }>({
  allowedIn: LIVE_STATUSES,
  mildest: () => ({ kind: 'cancel' }),
  refuse: (state, _command, at) => (at >= state.times.endsAt ? because('call-over') : null),
  carryOut: (state, _command, at) => ({
    type: 'cancelled',
    change: cancelled(state, 'staff', at),
    data: { reason: 'staff' },
  }),
});

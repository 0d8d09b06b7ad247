import { because } from '../../result.js';
import { LIVE_STATUSES } from '../call-statuses.js';
import { attendanceKnown } from './outcomes.js';
import { onCall } from './sheet.js';

export const markAttendance = onCall<{ kind: 'mark-attendance' }>({
  // A meeting may be over before its scheduled end, and the desk may be behind.
  allowedIn: [...LIVE_STATUSES, 'held', 'completed'],
  mildest: () => ({ kind: 'mark-attendance' }),
  refuse(state, _command, at) {
    if (state.retired) return because('attendance-closed');
    return at < state.times.startsAt ? because('call-not-begun') : null;
  },
  carryOut(state, _command, at) {
    const [change, data] = attendanceKnown(state, at);
    return { type: 'attendance-known', change, data };
  },
});

import { LIVE_STATUSES } from '../call-statuses.js';
import { attendanceKnown } from './outcomes.js';
import { notNow, onCall } from './sheet.js';

export const markAttendance = onCall<{ kind: 'mark-attendance' }>({
  // A meeting may be over before its scheduled end, and the desk may be behind.
  allowedIn: [...LIVE_STATUSES, 'held', 'completed'],
  mildest: () => ({ kind: 'mark-attendance' }),
  refuse(state, _command, at) {
    if (state.retired) return notNow('The call is too long ago to change who was there.');
    return at < state.times.startsAt ? notNow('The call has not begun.') : null;
  },
  carryOut(state, _command, at) {
    const [change, data] = attendanceKnown(state, at);
    return { type: 'attendance-known', change, data };
  },
});

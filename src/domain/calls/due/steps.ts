import type { CallStatus } from '../call-statuses.js';
import type { CallTimes } from '../occurrence.js';
import { type CallDueSheet, late } from './sheet.js';

/** A step of the schedule, while the call has the status before it. */
const step =
  (status: CallStatus, time: Exclude<keyof CallTimes, 'date'>) =>
  (whenDue: CallDueSheet['whenDue']): CallDueSheet => ({
    when: ({ state }) => (state.status === status ? state.times[time] : null),
    whenDue,
  });

export const windowOpens = step(
  'planned',
  'windowOpensAt',
)(() => ({ type: 'window-opened', change: { status: 'open' } }));

/** What follows depends on how many questions recording counts: see `afterCutOff`. */
export const cutOff = step(
  'open',
  'questionsCloseAt',
)(() => ({ type: 'questions-closed', change: { status: 'questions-closed' } }));

/** Recording fills the places that staff left free. */
export const selectUntil = step(
  'questions-closed',
  'selectUntil',
)((state, at) => ({
  type: 'selection-closed',
  change: { status: 'confirmed', selectedAt: at },
  data: late(state, at),
}));

export const ends = step(
  'confirmed',
  'endsAt',
)((state) => ({
  type: 'held',
  change: { status: 'held' },
  data: state.attendanceKnownAt === null ? {} : { settlesAbsence: true },
}));

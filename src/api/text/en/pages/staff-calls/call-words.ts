import type {
  CallCancelReason,
  CallDeadlineKind,
  CallEventData,
  CallEventType,
} from '../../../../../domain/calls/call-state.js';
import type { CallStatus } from '../../../../../domain/calls/call-statuses.js';
import type { Instant } from '../../../../../domain/time/instant.js';

/** Words for what a call is and what happened to it, on every staff page of the calls. */

export const callStatuses: Record<CallStatus, string> = {
  planned: 'Planned',
  open: 'Questions open',
  'questions-closed': 'To be selected',
  confirmed: 'Questions selected',
  cancelled: 'Cancelled',
  held: 'Over',
  completed: 'Completed',
};

export const cancelReasons: Record<CallCancelReason, string> = {
  'no-questions': 'nobody asked anything by the cut-off',
  'day-off': 'it falls on a day off and nobody confirmed it',
  staff: 'staff decided so',
};

/** What comes next by itself. */
export const nextSteps: Record<CallDeadlineKind, string> = {
  'flag-day-off': 'Coordinators are told that it falls on a day off or its eve',
  'cancel-day-off': 'It is cancelled unless somebody confirms it',
  'window-opens': 'Questions open',
  reminder: 'Registrants who asked for mail are reminded',
  'cut-off': 'Questions close',
  'select-until': 'Free places are filled automatically and askers are told',
  ends: 'The call ends',
  'hand-over': 'Unanswered questions become requests, where the asker agreed',
  completed: 'The call is closed, with or without attendance',
  retire: 'Recap and attendance can no longer be changed',
};

/** What happened to a call. `when` says an instant in words. */
type EventWords = (data: CallEventData, when: (at: Instant) => string) => string;

const counted =
  (said: string): EventWords =>
  ({ count }) =>
    count === undefined ? said : `${said}: ${count}`;

export const callEvents = {
  planned: () => 'The call was planned',
  'day-off-flagged': () => 'Coordinators were told that it falls on a day off',
  'window-opened': () => 'Questions opened',
  'confirmed-by-staff': () => 'Confirmed although it falls on a day off',
  selected: counted('Questions were chosen'),
  'questions-closed': counted('Questions closed'),
  'selection-closed': () => 'The selection stands; askers were told',
  reminded: () => 'Reminder to registrants who asked for mail',
  'reminder-missed': () => 'The reminder came too late and was left out',
  rescheduled: ({ startedAt }, when) =>
    startedAt ? `The call was moved from ${when(startedAt)}` : 'The call was moved',
  'calendar-changed': () => 'The office calendar changed',
  cancelled: ({ reason }) =>
    reason ? `The call was cancelled: ${cancelReasons[reason]}` : 'The call was cancelled',
  held: () => 'The call ended',
  'attendance-known': () => 'Attendance was entered',
  'handed-over': () => 'Unanswered questions were handed over',
  completed: () => 'The call was closed',
  'recap-published': () => 'The recap was published',
  retired: () => 'The call was put away',
} satisfies Record<CallEventType, EventWords>;

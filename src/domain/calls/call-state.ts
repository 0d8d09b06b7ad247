import type { CallTopic } from '../program/call-series.schema.js';
import type { Instant, IsoDate } from '../time/instant.js';
import type { CallStatus } from './call-statuses.js';
import type { CallTimes, DayOff } from './occurrence.js';

export type CallCancelReason = 'no-questions' | 'day-off' | 'staff';

/** What falls due by itself: `call-due.ts`. */
export type CallDeadlineKind =
  | 'flag-day-off'
  | 'cancel-day-off'
  | 'window-opens'
  | 'reminder'
  | 'cut-off'
  | 'select-until'
  | 'ends'
  | 'hand-over'
  | 'completed'
  | 'retire';

export interface CallDeadline {
  kind: CallDeadlineKind;
  at: Instant;
}

/** The process state of one call: JSON-safe, no questions, no names. */
export interface CallState {
  v: 1;
  callId: string;
  seriesId: string;
  topic: CallTopic;
  status: CallStatus;
  /** Number of the last event decided. */
  seq: number;
  times: CallTimes;
  /** From the program the call was planned under. */
  rules: CallRules;
  /** As last read from the calendar; `since`: when it was first seen. */
  dayOff: { kind: DayOff['kind']; since: Instant } | null;
  /** Staff have been told of the day off. */
  flagged: boolean;
  /** Staff said that it takes place on a day off all the same. */
  staffConfirmed: boolean;
  /** How many questions staff chose. */
  selectedCount: number;
  /** Since when the selection stands. */
  selectedAt: Instant | null;
  cancelReason: CallCancelReason | null;
  cancelledAt: Instant | null;
  /** Dates whose reminder is done. A call moved back to one is not reminded of again. */
  reminded: IsoDate[];
  movedAt: Instant | null;
  attendanceKnownAt: Instant | null;
  recapPublishedAt: Instant | null;
  /** Nothing asked is left to hand over. */
  handedOver: boolean;
  /** Recap and corrections of the attendance are no longer taken. */
  retired: boolean;
  next: CallDeadline | null;
  /** Ids of the last commands and facts, so that one that comes twice or reaches two runs is carried out once. */
  handled: string[];
}

export interface CallRules {
  maxQuestions: number;
  cancelWithoutQuestions: boolean;
  convertAfterBusinessDays: number;
  /** Left out in calls planned before there was such a setting. */
  closeAfterDays?: number;
}

/** Nothing more will come of itself, and nothing is taken any more: the workflow ends. */
export function isOver(state: Pick<CallState, 'status' | 'handedOver' | 'retired'>): boolean {
  return state.status === 'cancelled' ? state.handedOver : state.retired;
}

/** What changed, as recorded: codes, numbers and instants only. */
export interface CallEvent {
  seq: number;
  type: CallEventType;
  at: Instant;
  /** `system`, `user:<id>`, `key:<id>`. */
  actor: string;
  commandId: string | null;
  data: CallEventData;
}

export type CallEventType =
  | 'planned'
  | 'day-off-flagged'
  | 'window-opened'
  | 'confirmed-by-staff'
  | 'selected'
  | 'questions-closed'
  | 'selection-closed'
  | 'reminded'
  | 'reminder-missed'
  | 'rescheduled'
  | 'calendar-changed'
  | 'cancelled'
  | 'held'
  | 'attendance-known'
  | 'handed-over'
  | 'completed'
  | 'recap-published'
  | 'retired';

export interface CallEventData {
  reason?: CallCancelReason;
  count?: number;
  changeId?: string;
  times?: CallTimes;
  /** Start before the move, as it was told. */
  startedAt?: Instant;
  /** The date of the call a reminder is for. */
  date?: IsoDate;
  /** The window is open again after a move. */
  reopened?: boolean;
  /** The call was to be over already (the desk was down): nobody is written to. */
  late?: boolean;
  /** From here on it is known who of the selected askers was there. */
  settlesAbsence?: boolean;
  /** The call is completed with this event. */
  completes?: boolean;
}

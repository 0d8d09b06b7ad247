import type { Instant } from '../time/instant.js';
import type { CallCommandEnvelope } from './call-command.js';
import type { CallCancelReason, CallEvent, CallEventData, CallEventType, CallState } from './call-state.js';
import { isLive } from './call-status.js';
import type { CallTimes } from './occurrence.js';

export interface CallDecided {
  state: CallState;
  event: CallEvent;
}

/** Ids of commands and facts that a call remembers. */
export const HANDLED_KEPT = 50;

/** Changes plus the event that tells of them; numbers the event. */
export function callTransition(
  state: CallState,
  change: Partial<CallState>,
  event: {
    type: CallEventType;
    at: Instant;
    actor?: string;
    commandId?: string | null;
    data?: CallEventData;
  },
): CallDecided {
  const seq = state.seq + 1;
  const { type, at, actor = 'system', commandId = null, data = {} } = event;
  return { state: { ...state, ...change, seq }, event: { seq, type, at, actor, commandId, data } };
}

/**
 * Carries out a command that `callAllowance` permitted: the new state and its one event. Pure. It doesn't ask again: a
 * history may hold what was permitted then and isn't any more, and an error here would stop its process for good.
 */
export function decideCall(state: CallState, envelope: CallCommandEnvelope, at: Instant): CallDecided {
  const { command, commandId, actor } = envelope;
  const handled = [...state.handled, commandId].slice(-HANDLED_KEPT);
  const make = (type: CallEventType, change: Partial<CallState>, data: CallEventData = {}) =>
    callTransition(state, { ...change, handled }, { type, at, actor, commandId, data });

  switch (command.kind) {
    case 'select':
      return make('selected', { selectedCount: command.count }, { count: command.count });
    case 'cancel':
      return make('cancelled', cancelled(state, 'staff', at), { reason: 'staff' });
    case 'reschedule':
      return move(state, command.times, at, make);
    case 'confirm':
      return make('confirmed-by-staff', { staffConfirmed: true });
    case 'publish-recap':
      return make('recap-published', { recapPublishedAt: at });
    case 'mark-attendance':
      return make('attendance-known', ...attendanceKnown(state, at));
  }
}

/** A call cancelled before its window, or because nobody asked, leaves nothing to hand over. */
export function cancelled(
  state: CallState,
  reason: CallCancelReason,
  at: Instant,
): Pick<CallState, 'status' | 'cancelReason' | 'cancelledAt' | 'handedOver'> {
  const handedOver = state.status === 'planned' || reason === 'no-questions';
  return { status: 'cancelled', cancelReason: reason, cancelledAt: at, handedOver };
}

/** Attendance told while the call still runs by the schedule is judged at its end. */
export function attendanceKnown(
  state: CallState,
  at: Instant,
): [change: Partial<CallState>, data: CallEventData] {
  const attendanceKnownAt = state.attendanceKnownAt ?? at;
  if (isLive(state.status)) return [{ attendanceKnownAt }, {}];
  const completes = state.status === 'held' && state.handedOver;
  return [
    { attendanceKnownAt, status: completes ? 'completed' : state.status },
    { settlesAbsence: true, ...(completes ? { completes } : {}) },
  ];
}

type Make = (type: CallEventType, change: Partial<CallState>, data?: CallEventData) => CallDecided;

/** A cut-off that lies ahead again takes questions again; whoever was told of the day off is told anew. */
function move(state: CallState, times: CallTimes, at: Instant, make: Make): CallDecided {
  const closed = state.status === 'questions-closed' || state.status === 'confirmed';
  const reopened = closed && at < times.questionsCloseAt;
  const otherDay = times.date !== state.times.date;
  return make(
    'rescheduled',
    {
      times,
      movedAt: at,
      ...(otherDay ? { dayOff: null, flagged: false, staffConfirmed: false } : {}),
      ...(reopened ? { status: 'open' as const, selectedAt: null } : {}),
    },
    { times, startedAt: state.times.startsAt, ...(reopened ? { reopened } : {}) },
  );
}

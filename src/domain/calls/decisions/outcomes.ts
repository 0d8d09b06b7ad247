import type { Instant } from '../../time/instant.js';
import type { CallCancelReason, CallEventData, CallState } from '../call-state.js';
import { isLive } from '../call-statuses.js';

/** What decisions have in common with what happens by itself. */

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

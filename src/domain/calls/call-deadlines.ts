import type { Instant } from '../time/instant.js';
import type { CallDeadline, CallState } from './call-state.js';
import { type CallDecided, callTransition } from './call-transition.js';
import { cancelled } from './decisions/outcomes.js';

/**
 * A deadline came without the command or fact that would have ended it: the new state and the event. Pure.
 * After `questions-closed` ask `afterCutOff`; recording `selection-closed` fills free places itself.
 */
export function whenCallIsDue(state: CallState, deadline: CallDeadline, at: Instant): CallDecided {
  const { times } = state;
  switch (deadline.kind) {
    case 'flag-day-off':
      return callTransition(state, { flagged: true }, { type: 'day-off-flagged', at });
    case 'cancel-day-off':
      return callTransition(state, cancelled(state, 'day-off', at), {
        type: 'cancelled',
        at,
        data: { reason: 'day-off', ...late(state, at) },
      });
    case 'window-opens':
      return callTransition(state, { status: 'open' }, { type: 'window-opened', at });
    case 'cut-off':
      return callTransition(state, { status: 'questions-closed' }, { type: 'questions-closed', at });
    case 'select-until':
      return callTransition(
        state,
        { status: 'confirmed', selectedAt: at },
        { type: 'selection-closed', at, data: late(state, at) },
      );
    case 'reminder':
      return callTransition(
        state,
        { reminded: [...state.reminded, times.date] },
        {
          // Back after an outage, the desk doesn't remind of a call that has begun.
          type: at < times.startsAt ? 'reminded' : 'reminder-missed',
          at,
          data: { date: times.date },
        },
      );
    case 'ends': {
      const settlesAbsence = state.attendanceKnownAt !== null;
      return callTransition(
        state,
        { status: 'held' },
        { type: 'held', at, data: settlesAbsence ? { settlesAbsence } : {} },
      );
    }
    case 'hand-over': {
      const completes = state.status === 'held' && state.attendanceKnownAt !== null;
      return callTransition(
        state,
        { handedOver: true, status: completes ? 'completed' : state.status },
        { type: 'handed-over', at, data: completes ? { completes } : {} },
      );
    }
    case 'completed':
      return callTransition(
        state,
        { status: 'completed', retired: true },
        { type: 'completed', at, data: { completes: true } },
      );
    case 'retire':
      return callTransition(state, { retired: true }, { type: 'retired', at });
  }
}

function late(state: CallState, at: Instant): { late?: boolean } {
  return at >= state.times.startsAt ? { late: true } : {};
}

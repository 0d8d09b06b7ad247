import { applyOnce, type FactSheets } from '../handled-once.js';
import type { Instant } from '../time/instant.js';
import type { CallFact } from './call-command.js';
import type { CallState } from './call-state.js';
import { isLive } from './call-statuses.js';
import { type CallDecided, callTransition } from './call-transition.js';
import { attendanceKnown, cancelled } from './decisions/outcomes.js';

/** What a fact does to a running call; null when it changes nothing (late, early, repeated or not its business). */
export const applyCallFact = (state: CallState, fact: CallFact): CallDecided | null =>
  applyOnce(FACTS, state, fact);

const FACTS: FactSheets<CallState, CallFact, CallDecided> = {
  'attendance-known': {
    id: ({ at }) => `attendance:${at}`,
    does(state, { at }) {
      const begun = isLive(state.status) && at >= state.times.startsAt;
      const past = state.status === 'held' || (state.status === 'completed' && !state.retired);
      if (!begun && !past) return null;
      const [change, data] = attendanceKnown(state, at);
      return callTransition(state, change, { type: 'attendance-known', at, data });
    },
  },
  'calendar-changed': {
    id: ({ changeId, at }) => `calendar:${changeId}:${at}`,
    does(state, { changeId, at }) {
      // A live call may fall on the day; a held one may be handed over on another.
      const matters = isLive(state.status) || (state.status === 'held' && !state.handedOver);
      return matters ? callTransition(state, {}, { type: 'calendar-changed', at, data: { changeId } }) : null;
    },
  },
  // It follows from the state itself: the first time cancels, or nothing does.
  'questions-counted': { does: (state, { count, at }) => afterCutOff(state, count, at) },
};

/**
 * What follows from the number of questions that recording `questions-closed` counted under the call's
 * lock: null, or the cancellation. Ask right after that event is recorded; a call moved or cancelled in
 * between is left alone.
 */
export function afterCutOff(state: CallState, questionCount: number, at: Instant): CallDecided | null {
  const stands = state.status === 'questions-closed' && at >= state.times.questionsCloseAt;
  if (!stands || questionCount > 0 || !state.rules.cancelWithoutQuestions) return null;
  return callTransition(state, cancelled(state, 'no-questions', at), {
    type: 'cancelled',
    at,
    data: { reason: 'no-questions', ...(at >= state.times.startsAt ? { late: true } : {}) },
  });
}

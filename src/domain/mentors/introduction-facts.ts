import { applyOnce, type FactSheets } from '../handled-once.js';
import type { IntroductionFact, IntroductionState } from './introduction-state.js';
import { asksWhom, isIntroductionOver } from './introduction-statuses.js';
import { type IntroductionDecided, introductionTransition } from './introduction-transition.js';

/** What a fact does to a running introduction; null when it changes nothing. */
export const applyIntroductionFact = (
  state: IntroductionState,
  fact: IntroductionFact,
): IntroductionDecided | null => applyOnce(FACTS, state, fact);

const FACTS: FactSheets<IntroductionState, IntroductionFact, IntroductionDecided> = {
  'calendar-changed': {
    id: ({ changeId, at }) => `calendar:${changeId}:${at}`,
    does: (state, { changeId, at }) =>
      isIntroductionOver(state.status)
        ? null
        : introductionTransition(state, { type: 'calendar-changed', change: {}, data: { changeId } }, { at }),
  },
  joined: {
    does: (state, { at }) =>
      isIntroductionOver(state.status)
        ? null
        : introductionTransition(
            state,
            { type: 'joined', change: { status: 'ended', answerBy: null }, data: { was: state.status } },
            { at },
          ),
  },
  /** Whom they were introduced to before, they know: that goes on. */
  'mentor-left': {
    does: (state, { at }) =>
      asksWhom(state.status) === null
        ? null
        : introductionTransition(
            state,
            {
              type: 'mentor-unavailable',
              change: { status: 'unavailable', answerBy: null },
              data: { was: state.status },
            },
            { at },
          ),
  },
};

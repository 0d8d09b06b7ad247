import type { MentoringRules } from '../program/mentoring.schema.js';
import type { Instant } from '../time/instant.js';
import type { IntroductionState } from './introduction-state.js';
import type { IntroductionDecided } from './introduction-transition.js';

/** An introduction as it begins: its state and event number 0. */
export function proposeIntroduction({
  introductionId,
  rules,
  actor,
  at,
}: {
  introductionId: string;
  rules: MentoringRules;
  actor: string;
  at: Instant;
}): IntroductionDecided {
  const state: IntroductionState = {
    v: 1,
    introductionId,
    seq: 0,
    status: 'requester-asked',
    rules,
    proposedAt: at,
    askedAt: at,
    remindedAt: null,
    introducedAt: null,
    followedUpAt: null,
    answerBy: null,
    answers: {},
    next: null,
    handled: [],
  };
  const event = {
    seq: 0,
    type: 'proposed' as const,
    at,
    actor,
    onBehalfOf: null,
    commandId: introductionId,
    data: {},
  };
  return { state, event };
}

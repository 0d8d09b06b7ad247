import { because } from '../../result.js';
import type { IntroductionCommand } from '../introduction-state.js';
import { onIntroduction } from './sheet.js';

/**
 * One of the two agrees. The requester first: then the mentor is asked, unless they have no room, paused or left
 * meanwhile. When the mentor agrees, too, both are introduced.
 */
export const consent = onIntroduction<Extract<IntroductionCommand, { kind: 'consent' }>>({
  permission: null,
  allowedIn: { requester: ['requester-asked'], mentor: ['mentor-asked'] },
  mildest: (side) => ({ kind: 'consent', side, mentorFree: true }),
  refuse: (_state, { side, mentorFree }) =>
    side === 'mentor' && !mentorFree ? because('mentor-full') : null,
  carryOut(_state, { side, mentorFree }, at) {
    if (side === 'mentor') {
      const change = { status: 'introduced' as const, introducedAt: at, answerBy: null };
      return { type: 'introduced', change };
    }
    if (!mentorFree) return { type: 'mentor-unavailable', change: { status: 'unavailable', answerBy: null } };
    return {
      type: 'requester-consented',
      change: { status: 'mentor-asked', askedAt: at, remindedAt: null, answerBy: null },
    };
  },
});

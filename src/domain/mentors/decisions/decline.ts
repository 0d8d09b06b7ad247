import type { IntroductionCommand } from '../introduction-state.js';
import { onIntroduction } from './sheet.js';

/** Whoever is asked says no. Why, staff may read; the other side never. */
export const decline = onIntroduction<Extract<IntroductionCommand, { kind: 'decline' }>>({
  permission: null,
  allowedIn: { requester: ['requester-asked'], mentor: ['mentor-asked'] },
  words: 'reason',
  mildest: (side) => ({ kind: 'decline', side }),
  carryOut: (_state, { side }) => ({
    type: 'declined',
    change: { status: 'declined', answerBy: null },
    data: { side },
  }),
});

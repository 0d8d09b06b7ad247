import { because } from '../../result.js';
import type { IntroductionCommand } from '../introduction-state.js';
import { SIDES } from '../introduction-state.js';
import { onIntroduction } from './sheet.js';

/** How it went. Once each; with the second answer it closes. */
export const answer = onIntroduction<Extract<IntroductionCommand, { kind: 'answer' }>>({
  permission: null,
  allowedIn: { requester: ['following-up'], mentor: ['following-up'] },
  words: 'comment',
  mildest: (side) => ({ kind: 'answer', side, met: false, useful: null }),
  refuse: ({ answers }, { side }) => (answers[side] ? because('introduction-answered') : null),
  carryOut({ answers }, { side, met, useful }) {
    const all = { ...answers, [side]: { met, useful } };
    const closes = SIDES.every((one) => all[one] !== undefined);
    return {
      type: 'answered',
      change: { answers: all, ...(closes ? { status: 'closed' as const } : {}) },
      data: { side, met, useful },
    };
  },
});

import type { IntroductionCommand } from '../introduction-state.js';
import { onIntroduction } from './sheet.js';

/** The requester takes their consent back, which they can until they are introduced. */
export const withdraw = onIntroduction<Extract<IntroductionCommand, { kind: 'withdraw' }>>({
  permission: null,
  allowedIn: { requester: ['mentor-asked'] },
  mildest: () => ({ kind: 'withdraw', side: 'requester' }),
  carryOut: () => ({
    type: 'withdrawn',
    change: { status: 'withdrawn', answerBy: null },
    data: { side: 'requester' },
  }),
});

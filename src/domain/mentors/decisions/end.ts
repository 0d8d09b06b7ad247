import type { IntroductionCommand } from '../introduction-state.js';
import { LIVE_INTRODUCTIONS } from '../introduction-statuses.js';
import { onIntroduction } from './sheet.js';

/** Staff end it, whatever it waits for. */
export const end = onIntroduction<Extract<IntroductionCommand, { kind: 'end' }>>({
  permission: 'mentors.keep',
  allowedIn: { staff: LIVE_INTRODUCTIONS },
  mildest: () => ({ kind: 'end', reason: 'other' }),
  carryOut: ({ status }, { reason }) => ({
    type: 'ended',
    change: { status: 'ended', answerBy: null },
    data: { reason, was: status },
  }),
});

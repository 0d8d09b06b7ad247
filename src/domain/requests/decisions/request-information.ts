import { EVERYONE } from '../../people/permissions.js';
import { WORKING_STATUSES } from '../statuses.js';
import { decision } from './sheet.js';

/** The clock stands still until the requester answers. */
export const requestInformation = decision<{ kind: 'request-information' }>()({
  by: EVERYONE,
  words: { question: { keptAs: 'question-asked', readBy: 'case' } },
  allowedIn: WORKING_STATUSES,
  mildest: () => ({ kind: 'request-information' }),
  carryOut: (state, _command, at) => ({
    type: 'information-requested',
    change: {
      status: 'awaiting-information',
      waitingSince: at,
      clock: [...state.clock, { type: 'paused', at }],
    },
    data: { clock: 'paused' },
  }),
});

import { because } from '../../result.js';
import { command } from './sheet.js';

/** The requester asks once more about the answer; until when they may is looked up beforehand, on the calendar of the day. */
export const askFollowUp = command<{ kind: 'ask-follow-up' }>({
  allowedIn: ['responded'],
  refuse: ({ followUp }) => (followUp ? because('follow-up-asked-already') : null),
  carryOut: (_state, _command, at) => ({
    type: 'follow-up-asked',
    change: {
      followUp: { askedAt: at, clock: [{ type: 'started', at }], answeredAt: null, inReview: false },
    },
  }),
});

import { replyRefusal } from '../correspondence.js';
import { DRAFT_STATUSES } from '../statuses.js';
import { content } from './sheet.js';

export const draftResponse = content({
  permission: 'decision.draft-response',
  isPossible: ({ state }) => DRAFT_STATUSES.includes(state.status),
});

export const note = content({ permission: 'decision.note', isPossible: () => true });

export const reply = content({
  permission: 'decision.reply',
  isPossible: ({ state, messageWaits }) => replyRefusal(state.status, messageWaits === true) === null,
});

export const refuseReopening = content({
  permission: 'decision.refuse-reopening',
  isPossible: ({ reopeningAsked }) => reopeningAsked === true,
});

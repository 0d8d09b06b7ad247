import { EVERYONE, WRITERS } from '../../people/permissions.js';
import { openFollowUp } from '../after-answer.js';
import { replyRefusal } from '../correspondence.js';
import { DRAFT_STATUSES } from '../statuses.js';
import { content } from './sheet.js';

export const draftResponse = content({
  by: WRITERS,
  words: { body: { keptAs: 'draft', readBy: 'staff' } },
  isPossible: ({ state }) => DRAFT_STATUSES.includes(state.status),
});

/** A follow-up’s answer is drafted, and sent as a response is. */
export const answerFollowUp = content({
  by: WRITERS,
  words: { body: { keptAs: 'follow-up-draft', readBy: 'staff' } },
  isPossible: ({ state }) => openFollowUp(state)?.inReview === false,
});

export const note = content({
  by: EVERYONE,
  words: { body: { keptAs: 'note', readBy: 'staff' } },
  isPossible: () => true,
});

export const reply = content({
  by: EVERYONE,
  words: { body: { keptAs: 'reply', readBy: 'case' } },
  isPossible: ({ state, messageWaits }) => replyRefusal(state.status, messageWaits === true) === null,
});

export const refuseReopening = content({
  by: WRITERS,
  words: { reason: { keptAs: 'reopening-refusal', readBy: 'case' } },
  isPossible: ({ reopeningAsked }) => reopeningAsked === true,
});

import { because } from '../../result.js';
import { onReview } from './sheet.js';

/** More than anybody needs to say their part. */
export const MOST_REPLIES = 5;

/** The person says their part before anything is decided. */
export const reply = onReview<{ kind: 'reply' }>({
  permission: 'conduct.appeals',
  byPerson: true,
  allowedIn: ['notified'],
  words: 'reply',
  mildest: () => ({ kind: 'reply' }),
  refuse: ({ replies }) =>
    replies >= MOST_REPLIES ? because('replied-often', { most: MOST_REPLIES }) : null,
  carryOut: ({ replies }) => ({ type: 'replied', change: { replies: replies + 1 } }),
});

import { because } from '../../result.js';
import { onReview } from './sheet.js';

/** The person asks for the refusal to be looked at once more. Once; the refusal stands meanwhile. */
export const appeal = onReview<{ kind: 'appeal' }>({
  permission: 'conduct.appeals',
  byPerson: true,
  allowedIn: ['refused'],
  words: 'appeal',
  mildest: () => ({ kind: 'appeal' }),
  refuse: ({ appealUntil }, _command, _by, at) =>
    appealUntil !== null && at > appealUntil ? because('appeal-too-late') : null,
  carryOut: (_state, _command, _by, at) => ({
    type: 'appealed',
    change: { status: 'appealed', appealedAt: at, remindedAt: null, escalatedAt: null },
  }),
});

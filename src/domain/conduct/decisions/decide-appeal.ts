import { because } from '../../result.js';
import { onReview } from './sheet.js';

/** Another director looks at it than the one who refused. Where there is one alone, they do, and it is marked so. */
export const decideAppeal = onReview<{ kind: 'decide-appeal'; upheld: boolean; others: boolean }>({
  permission: 'conduct.appeals',
  allowedIn: ['appealed'],
  words: 'appeal-decision',
  mildest: () => ({ kind: 'decide-appeal', upheld: true, others: false }),
  refuse: ({ refusedBy }, { others }, { actor }) =>
    others && actor === refusedBy ? because('another-director-decides') : null,
  carryOut: ({ refusedBy }, { upheld }, { actor }) => ({
    type: upheld ? 'appeal-upheld' : 'appeal-reversed',
    change: { status: upheld ? 'upheld' : 'reversed' },
    data: actor === refusedBy ? { alone: true } : {},
  }),
});

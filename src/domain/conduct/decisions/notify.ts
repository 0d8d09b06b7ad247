import { onReview } from './sheet.js';

/** The person hears of it, and may reply before anything is decided. */
export const notify = onReview<{ kind: 'notify' }>({
  permission: 'conduct.review',
  allowedIn: ['open'],
  mildest: () => ({ kind: 'notify' }),
  carryOut: (_state, _command, _by, at) => ({
    type: 'notified',
    change: { status: 'notified', notifiedAt: at, remindedAt: null },
  }),
});

import { refuses } from '../review-statuses.js';
import { onReview } from './sheet.js';

/** Nothing comes of it, or no longer: a refusal is taken back before its time. An appeal is decided instead. */
export const dismiss = onReview<{ kind: 'dismiss' }>({
  permission: 'conduct.review',
  allowedIn: ['open', 'notified', 'refused', 'upheld'],
  words: 'dismissal',
  mildest: () => ({ kind: 'dismiss' }),
  carryOut: ({ status }) => ({
    type: 'dismissed',
    change: { status: 'dismissed' },
    data: refuses(status) ? { lifted: true } : {},
  }),
});

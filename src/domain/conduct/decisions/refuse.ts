import { because } from '../../result.js';
import { onReview } from './sheet.js';

const DAY_MS = 86_400_000;

/** No assistance until a day, which the person can appeal. They have been heard, or could have been: a notice comes first. */
export const refuse = onReview<{ kind: 'refuse'; endsAt: string }>({
  permission: 'conduct.review',
  allowedIn: ['notified'],
  words: 'refusal',
  mildest: (at) => ({ kind: 'refuse', endsAt: new Date(Date.parse(at) + DAY_MS).toISOString() }),
  refuse({ rules }, { endsAt }, _by, at) {
    const longest = Date.parse(at) + (rules.longestRefusalDays + 1) * DAY_MS;
    const inRange = endsAt > at && Date.parse(endsAt) <= longest;
    return inRange ? null : because('refusal-too-long', { days: rules.longestRefusalDays });
  },
  carryOut: (_state, { endsAt }, { actor }, at) => ({
    type: 'refused',
    change: { status: 'refused', refusedAt: at, refusedBy: actor, endsAt, remindedAt: null },
    data: { endsAt },
  }),
});

import { EVERYONE } from '../../people/permissions.js';
import { REOPENING_STATUSES } from '../statuses.js';
import { decision } from './sheet.js';

export const reopen = decision<{ kind: 'reopen' }>()({
  by: EVERYONE,
  words: { reason: { keptAs: 'reopening-reason', readBy: 'staff' } },
  allowedIn: REOPENING_STATUSES,
  mildest: () => ({ kind: 'reopen' }),
  // This episode ends here; recording the event opens the next one.
  carryOut: () => ({ type: 'reopened', change: { status: 'closed' } }),
});

import { EVERYONE } from '../../people/permissions.js';
import { OPEN_STATUSES } from '../statuses.js';
import { decision } from './sheet.js';

/** The court or filing date; which one waits in the database under the command's id. */
export const changeCourtDate = decision<{ kind: 'change-deadline' }>()({
  by: EVERYONE,
  allowedIn: OPEN_STATUSES,
  mildest: () => ({ kind: 'change-deadline' }),
  carryOut: (_state, _command, at) => ({ type: 'court-deadline-changed', change: { courtDateSince: at } }),
});

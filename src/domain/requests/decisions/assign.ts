import { EVERYONE } from '../../people/permissions.js';
import { OPEN_STATUSES } from '../statuses.js';
import { decision } from './sheet.js';

export const assign = decision<{ kind: 'assign'; assigneeId: string }>()({
  by: EVERYONE,
  allowedIn: OPEN_STATUSES,
  mildest: () => ({ kind: 'assign', assigneeId: '' }),
  carryOut: (state, { assigneeId }, at) => ({
    type: 'assigned',
    change: {
      assigneeId,
      assignedAt: at,
      status: state.status === 'queued' ? 'in-progress' : state.status,
    },
    data: { assigneeId },
  }),
});

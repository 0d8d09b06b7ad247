import { EVERYONE } from '../../people/permissions.js';
import { because } from '../../result.js';
import { openFollowUp } from '../after-answer.js';
import { isOpen, OPEN_STATUSES } from '../statuses.js';
import { decision } from './sheet.js';

export const assign = decision<{ kind: 'assign'; assigneeId: string; insteadOf?: string }>()({
  by: EVERYONE,
  allowedIn: [...OPEN_STATUSES, 'responded'],
  // After the answer there is somebody needed for a follow-up question only.
  refuse: (state) =>
    isOpen(state.status) || openFollowUp(state)
      ? null
      : because('not-once', { kind: 'assign', status: state.status }),
  mildest: () => ({ kind: 'assign', assigneeId: '' }),
  carryOut: (state, { assigneeId, insteadOf }, at) => ({
    type: 'assigned',
    change: {
      assigneeId,
      assignedAt: at,
      status: state.status === 'queued' ? 'in-progress' : state.status,
    },
    data: { assigneeId, ...(insteadOf ? { insteadOf } : {}) },
  }),
});

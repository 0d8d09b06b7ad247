import { EVERYONE } from '../../people/permissions.js';
import { OPEN_STATUSES } from '../statuses.js';
import { decision } from './sheet.js';

export const reprioritise = decision<{ kind: 'reprioritise'; urgent: boolean }>()({
  by: EVERYONE,
  words: { reason: { keptAs: 'urgency-reason', readBy: 'staff' } },
  allowedIn: OPEN_STATUSES,
  mildest: () => ({ kind: 'reprioritise', urgent: true }),
  carryOut: (_state, { urgent }) => ({
    type: 'reprioritised',
    change: { urgentOverride: urgent },
    data: { urgent },
  }),
});

import { OPEN_STATUSES } from '../statuses.js';
import { decision } from './sheet.js';

export const reprioritise = decision<{ kind: 'reprioritise'; urgent: boolean }>({
  permission: 'decision.reprioritise',
  allowedIn: OPEN_STATUSES,
  mildest: () => ({ kind: 'reprioritise', urgent: true }),
  carryOut: (_state, { urgent }) => ({
    type: 'reprioritised',
    change: { urgentOverride: urgent },
    data: { urgent },
  }),
});

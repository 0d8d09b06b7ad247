import { decision } from './sheet.js';

export const close = decision<{ kind: 'close' }>({
  permission: 'decision.close',
  allowedIn: ['responded'],
  mildest: () => ({ kind: 'close' }),
  carryOut: () => ({ type: 'closed', change: { status: 'closed' } }),
});

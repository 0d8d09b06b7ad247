import { EVERYONE } from '../../people/permissions.js';
import { decision } from './sheet.js';

export const close = decision<{ kind: 'close' }>()({
  by: EVERYONE,
  allowedIn: ['responded'],
  mildest: () => ({ kind: 'close' }),
  carryOut: () => ({ type: 'closed', change: { status: 'closed' } }),
});

import { onAbsence } from './sheet.js';

/** They stay after all. */
export const cancel = onAbsence<{ kind: 'cancel' }>({
  allowedIn: ['planned'],
  mildest: () => ({ kind: 'cancel' }),
  carryOut: () => ({ type: 'cancelled', change: { status: 'cancelled' } }),
});

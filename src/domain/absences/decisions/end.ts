import { onAbsence } from './sheet.js';

/** Back before the day. */
export const end = onAbsence<{ kind: 'end' }>({
  allowedIn: ['under-way'],
  mildest: () => ({ kind: 'end' }),
  carryOut: () => ({ type: 'returned', change: { status: 'returned' }, data: { early: true } }),
});

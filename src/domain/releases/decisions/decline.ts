import type { ReleaseSheet } from './sheet.js';

/** The requester does not want it. Nothing else changes for them. */
export const decline: ReleaseSheet = {
  byStaff: false,
  byRequester: true,
  allowedIn: ['asked'],
  carryOut: () => ({ type: 'declined', change: { status: 'declined', warnAt: null } }),
};

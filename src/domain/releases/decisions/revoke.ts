import type { ReleaseSheet } from './sheet.js';

/** From this moment on it lets nothing out: the requester takes it back, or staff do; what nobody signed yet, staff alone. */
export const revoke: ReleaseSheet = {
  byStaff: true,
  byRequester: true,
  allowedIn: ['in-force', 'asked'],
  carryOut: ({ status }) =>
    status === 'asked'
      ? { type: 'taken-back', change: { status: 'taken-back', warnAt: null } }
      : { type: 'revoked', change: { status: 'revoked', warnAt: null } },
};

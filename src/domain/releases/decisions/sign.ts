import type { ReleaseSheet } from './sheet.js';

/** The requester has read what goes to whom, until when, and agrees to it. Nobody does so in their place. */
export const sign: ReleaseSheet = {
  byStaff: false,
  byRequester: true,
  allowedIn: ['asked'],
  carryOut: (_state, at) => ({
    type: 'signed',
    change: { status: 'in-force', signedAt: at },
    data: { how: 'page' },
  }),
};

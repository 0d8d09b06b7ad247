import { as } from './row.js';

/** About wishes for a copy of one's data, or for its erasure. */
export const privacyRefusals = {
  'only-people-have-data': as('forbidden'),
  'privacy-waits-already': as('not-allowed-now'),
  'privacy-link-over': as('not-found'),
  'no-such-wish': as('not-found'),
  'wish-is-decided': as('not-allowed-now'),
  'wish-not-yours-to-decide': as('forbidden'),
  'erasure-waits-for-requests': as<{ open: number }>('not-allowed-now'),
  'copy-is-over': as('not-found'),
};

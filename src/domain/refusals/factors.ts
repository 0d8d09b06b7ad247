import { as } from './row.js';

/** Of the second factor, and of sessions. */
export const factorRefusals = {
  'second-factor-needed': as('second-factor-required'),
  'factor-asked-again': as('second-factor-required'),
  'code-wrong': as('invalid'),
  'too-many-codes': as<{ minutes: number }>('too-many-requests'),
  'passkey-unreadable': as('invalid'),
  'no-factor': as('not-allowed-now'),
  'last-factor': as('not-allowed-now'),
};

import { as } from './row.js';

/** Of the second factor, of sessions, and of an organization's own sign-in. */
export const factorRefusals = {
  'second-factor-needed': as('second-factor-required'),
  'factor-asked-again': as('second-factor-required'),
  'code-wrong': as('invalid'),
  'first-code-wrong': as('invalid'),
  'too-many-codes': as<{ minutes: number }>('too-many-requests'),
  'passkey-unreadable': as('invalid'),
  'factor-there-already': as('not-allowed-now'),
  'no-factor': as('not-allowed-now'),
  'reset-by-people': as('forbidden'),
  'own-factor': as('forbidden'),
  'reset-needs-another': as('not-allowed-now'),
  'new-admin-waits': as('not-allowed-now'),
  'reset-by-two-admins': as('not-allowed-now'),
  'no-factor-to-reset': as('not-allowed-now'),
  'last-factor': as('not-allowed-now'),
  'provider-address': as('forbidden'),
  'provider-account-other': as('forbidden'),
  'provider-declined': as('not-allowed-now'),
  'provider-away': as('not-allowed-now'),
  'provider-not-valid': as('not-allowed-now'),
};

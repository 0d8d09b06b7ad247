import { as } from './row.js';

/** About registrations for a series of calls. */
export const registrationRefusals = {
  'only-staff-decide-on-registrations': as('forbidden'),
  'only-staff-read-registration': as('forbidden'),
  'only-staff-list-registrations': as('forbidden'),
  'no-such-registration': as('not-found'),
  'registration-not-yours': as('not-found'),
  'registration-version': as<{ version: number }>('version-mismatch'),
  'not-while-registration': as<{ kind: string; status: string }>('not-allowed-now'),
  'register-under-own-address': as('forbidden'),
};

import { as } from './row.js';

/** About erasing and what stops it. */
export const erasureRefusals = {
  'only-directors-erase': as('forbidden'),
  'only-directors-hold': as('forbidden'),
  'under-legal-hold': as('not-allowed-now'),
  'held-already': as('not-allowed-now'),
  'not-held': as('not-allowed-now'),
  'nothing-of-this-address': as('not-found'),
  'no-such-request-to-erase': as('not-found'),
  'erases-no-staff': as('not-allowed-now'),
  'erases-nobody-under-review': as('not-allowed-now'),
  'erases-no-supervisor': as('not-allowed-now'),
  'erases-nobody-with-question': as('not-allowed-now'),
  'name-typed-otherwise': as('invalid'),
};

import { as } from './row.js';

/** What a process can’t do, or can’t do now, whatever was asked of it. */
export const processRefusals = {
  'changed-meanwhile': as('version-mismatch'),
  'cannot-plan': as('invalid'),
  'no-draft': as('not-allowed-now'),
  'call-missing': as('not-allowed-now'),
  'event-conflict': as('not-allowed-now'),
  'cannot-record': as('not-allowed-now'),
  'decided-too-late': as('not-allowed-now'),
  'told-before': as<{ words: string }>('not-allowed-now'),
  'not-carried-out-now': as('temporal-unavailable'),
  'try-again-not-saved': as('temporal-unavailable'),
  'try-again-typed-kept': as('temporal-unavailable'),
  'try-again-nothing-lost': as('temporal-unavailable'),
  'try-again-decision': as('temporal-unavailable'),
};

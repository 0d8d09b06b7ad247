import { as } from './row.js';

/** About precedents: questions and answers without facts. */
export const precedentRefusals = {
  'no-such-precedent': as('not-found'),
  'precedent-not-now': as('not-allowed-now'),
  'precedent-identifiers': as('invalid'),
  'no-such-precedent-topic': as('invalid'),
  'precedent-of-unanswered': as('not-allowed-now'),
};

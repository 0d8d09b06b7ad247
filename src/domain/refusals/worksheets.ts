import { as } from './row.js';

/** About EMP worksheets that people fill in here. */
export const worksheetRefusals = {
  'no-such-worksheet': as('not-found'),
  'worksheet-of-no-use': as('not-allowed-now'),
  'too-many-worksheets': as<{ most: number }>('not-allowed-now'),
  'worksheet-saved-elsewhere': as('version-mismatch'),
};

import { fieldText as t } from '../../../../text/en/pages/staff/decisions.js';
import { type DecisionSheet, words } from './sheet.js';

export const returnResponse: DecisionSheet = {
  fields: () => [words('note', 'return-note', t.returnNote)],
  showsDraft: true,
};

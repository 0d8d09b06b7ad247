import { fieldText as t } from '../../../../text/en/pages/staff/decisions.js';
import { type DecisionSheet, words } from './sheet.js';

export const requestInformation: DecisionSheet = {
  fields: () => [words('question', 'question-asked', t.question, 8)],
};

import { type DecisionSheet, words } from './sheet.js';

export const requestInformation: DecisionSheet = {
  fields: (_context, { staff: { decisions } }) => [
    words('question', 'question-asked', decisions['request-information'].fields.question, 8),
  ],
};

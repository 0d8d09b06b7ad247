import { type DecisionSheet, words } from './sheet.js';

export const requestInformation: DecisionSheet = {
  fields: (_context, { staff: { decisions } }) => [
    words('question', decisions['request-information'].fields.question, 8),
  ],
};

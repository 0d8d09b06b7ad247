import { type DecisionSheet, words } from './sheet.js';

export const returnResponse: DecisionSheet = {
  fields: (_context, { staff: { decisions } }) => [words('note', decisions['return-response'].fields.note)],
  showsDraft: true,
};

import { type DecisionSheet, words } from './sheet.js';

export const note: DecisionSheet = {
  fields: (_context, { staff: { decisions } }) => [words('body', decisions.note.fields.body)],
};

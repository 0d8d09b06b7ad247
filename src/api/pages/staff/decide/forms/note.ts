import { type DecisionSheet, words } from './sheet.js';

export const note: DecisionSheet = {
  fields: (_context, { staff: { decisions } }) => [words('body', 'note', decisions.note.fields.body)],
};

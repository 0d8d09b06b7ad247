import { reopeningAsked } from './reopen.js';
import { type DecisionSheet, words } from './sheet.js';

export const refuseReopening: DecisionSheet = {
  fields: (_context, { staff: { decisions } }) => [
    words('reason', decisions['refuse-reopening'].fields.reason, 4),
  ],
  beside: reopeningAsked,
};

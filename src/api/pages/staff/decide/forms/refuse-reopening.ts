import { fieldText as t } from '../../../../text/en/pages/staff/decisions.js';
import { reopeningAsked } from './reopen.js';
import { type DecisionSheet, words } from './sheet.js';

export const refuseReopening: DecisionSheet = {
  fields: () => [words('reason', 'reopening-refusal', t.refusalReason, 4)],
  beside: reopeningAsked,
};

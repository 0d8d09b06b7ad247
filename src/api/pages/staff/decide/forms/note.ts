import { fieldText as t } from '../../../../text/en/pages/staff/decisions.js';
import { type DecisionSheet, words } from './sheet.js';

export const note: DecisionSheet = { fields: () => [words('body', 'note', t.noteBody)] };

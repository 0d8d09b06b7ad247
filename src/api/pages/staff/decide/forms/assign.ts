import { count } from '../../../../text/en/pages/count.js';
import { roleLabels } from '../../../../text/en/pages/staff/common.js';
import { fieldText as t } from '../../../../text/en/pages/staff/decisions.js';
import { type DecisionSheet, mayAnswer } from './sheet.js';

export const assign: DecisionSheet = {
  fields: ({ staff }) => [
    {
      type: 'select',
      name: 'to',
      ...t.to,
      choices: staff.map(({ email, name, role, open }) => ({
        value: email,
        text: `${name} (${[
          roleLabels[role] ?? role,
          ...(mayAnswer(role) ? [] : [t.to.cannotAnswer]),
          count(open, 'open request'),
        ].join(', ')})`,
      })),
    },
  ],
  initial: ({ view }) => ({ to: view.assignee?.email ?? '' }),
};

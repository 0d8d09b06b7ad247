import { type DecisionSheet, mayAnswer } from './sheet.js';

export const assign: DecisionSheet = {
  fields({ staff }, { staff: { decisions, roles } }) {
    const t = decisions.assign.fields;
    return [
      {
        type: 'select',
        name: 'to',
        ...t.to,
        choices: staff.map(({ email, name, role, open }) => ({
          value: email,
          text: `${name} (${[
            roles[role] ?? role,
            ...(mayAnswer(role) ? [] : [t.to.cannotAnswer]),
            t.to.openRequests(open),
          ].join(', ')})`,
        })),
      },
    ];
  },
  initial: ({ view }) => ({ to: view.assignee?.email ?? '' }),
};

import { type DecisionSheet, isYes, typedIn, words } from './sheet.js';

export const reprioritise: DecisionSheet = {
  fields(_context, { staff: { decisions } }) {
    const t = decisions.reprioritise.fields;
    return [
      {
        type: 'radios',
        name: 'urgent',
        legend: t.urgent.legend,
        missing: t.urgent.missing,
        choices: [
          { value: 'yes', text: t.urgent.yes },
          { value: 'no', text: t.urgent.no },
        ],
      },
      words('reason', t.reason, 4),
    ];
  },
  initial: ({ view }) => ({ urgent: view.urgent ? 'yes' : 'no' }),
  toDecision: (typed) => ({ urgent: isYes(typed, 'urgent'), reason: typedIn(typed, 'reason') }),
};

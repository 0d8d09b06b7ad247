import { DECLINE_POLICIES } from '../../../../../domain/requests/decisions/decline.js';
import { type DecisionSheet, words } from './sheet.js';

export const decline: DecisionSheet = {
  fields({ mayJudge }, { staff: { decisions } }) {
    const t = decisions.decline.fields;
    return [
      {
        type: 'radios',
        name: 'policy',
        ...t.policy,
        choices: DECLINE_POLICIES.filter(
          (policy) => mayJudge || (policy !== 'ethics' && policy !== 'overuse'),
        ).map((value) => ({ value, text: t.policy.choices[value] })),
      },
      words('reason', t.reason),
    ];
  },
  final: true,
  endsOthers: true,
  endsTasks: true,
};

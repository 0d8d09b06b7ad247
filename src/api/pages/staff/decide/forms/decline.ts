import { DECLINE_POLICIES } from '../../../../../domain/requests/decisions/decline.js';
import { policyLabels, fieldText as t } from '../../../../text/en/pages/staff/decisions.js';
import { type DecisionSheet, words } from './sheet.js';

export const decline: DecisionSheet = {
  fields: ({ mayJudge }) => [
    {
      type: 'radios',
      name: 'policy',
      ...t.policy,
      choices: DECLINE_POLICIES.filter(
        (policy) => mayJudge || (policy !== 'ethics' && policy !== 'overuse'),
      ).map((value) => ({ value, text: policyLabels[value] })),
    },
    words('reason', 'decline-reason', t.toldReason),
  ],
  final: true,
  endsOthers: true,
};

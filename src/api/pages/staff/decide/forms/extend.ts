import { one } from '../../../kit/fields.js';
import { type DecisionSheet, typedIn, words, wrong } from './sheet.js';

export const extend: DecisionSheet = {
  fields({ maxExtension }, { staff: { decisions } }) {
    const t = decisions.extend.fields;
    return [
      {
        type: 'line',
        name: 'businessDays',
        label: t.businessDays.label,
        hint: t.businessDays.hint(maxExtension),
        missing: t.businessDays.missing,
        inputmode: 'numeric',
        width: 3,
      },
      words('reason', t.reason, 4),
    ];
  },
  wrong: (typed, { staff: { decisions } }) =>
    /^\d{0,3}$/.test(one(typed, 'businessDays').trim())
      ? []
      : [wrong('businessDays', decisions.extend.fields.businessDays.notNumber)],
  toDecision: (typed) => ({
    businessDays: Number(one(typed, 'businessDays')),
    reason: typedIn(typed, 'reason'),
  }),
};

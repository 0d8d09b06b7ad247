import { fieldText as t } from '../../../../text/en/pages/staff/decisions.js';
import { one } from '../../../kit/fields.js';
import { type DecisionSheet, typedIn, words, wrong } from './sheet.js';

export const extend: DecisionSheet = {
  fields: ({ maxExtension }) => [
    {
      type: 'line',
      name: 'businessDays',
      label: t.businessDays.label,
      hint: t.businessDays.hint(maxExtension),
      missing: t.businessDays.missing,
      inputmode: 'numeric',
      width: 3,
    },
    words('reason', 'extension-reason', t.toldReason, 4),
  ],
  wrong: (typed) =>
    /^\d{0,3}$/.test(one(typed, 'businessDays').trim())
      ? []
      : [wrong('businessDays', t.businessDays.notNumber)],
  toDecision: (typed) => ({
    businessDays: Number(one(typed, 'businessDays')),
    reason: typedIn(typed, 'reason'),
  }),
};

import { fieldText as t } from '../../../../text/staff-decisions.js';
import { type DecisionSheet, typed, words, wrong } from './sheet.js';

export const extend: DecisionSheet = {
  fields: ({ maxExtension }) => [
    {
      type: 'input',
      name: 'businessDays',
      label: t.businessDays.label,
      hint: t.businessDays.hint(maxExtension),
      missing: t.businessDays.missing,
      inputmode: 'numeric',
      width: 3,
    },
    words('reason', 'extension-reason', t.toldReason, 4),
  ],
  wrong: ({ businessDays }) =>
    businessDays?.trim() && !/^\s*\d{1,3}\s*$/.test(businessDays)
      ? [wrong('businessDays', t.businessDays.notNumber)]
      : [],
  toDecision: (values) => ({ businessDays: Number(values.businessDays), reason: typed(values, 'reason') }),
};

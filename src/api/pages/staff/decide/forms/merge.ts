import { fieldText as t } from '../../../../text/staff-decisions.js';
import type { Field, Values } from '../decision-form.js';
import { type DecisionSheet, typed, wrong } from './sheet.js';

/** Value of the radio that stands for "a request not in this list". */
const OTHER_REQUEST = 'other';

/** One of those listed was chosen; else the reference that was typed counts. */
export const choseListed = ({ into }: Values): boolean =>
  into !== undefined && into !== '' && into !== OTHER_REQUEST;

export const merge: DecisionSheet = {
  fields: ({ candidates }): Field[] => [
    ...(candidates.length > 0
      ? [
          {
            type: 'radios' as const,
            name: 'into',
            legend: t.into.legend,
            choices: [...candidates, { value: OTHER_REQUEST, text: t.into.other }],
          },
        ]
      : []),
    {
      type: 'input',
      name: 'reference',
      label: t.into.reference,
      hint: candidates.length > 0 ? t.into.referenceHint : t.into.noOther,
      width: 20,
    },
  ],
  wrong: (values) =>
    !values.reference?.trim() && !choseListed(values) ? [wrong('reference', t.into.missing)] : [],
  toDecision: (values) => ({ into: typed(values, 'into') }),
  final: true,
};

import { type Fields, one } from '../../../kit/fields.js';
import type { Field } from '../../../kit/form.js';
import { type DecisionSheet, typedIn, wrong } from './sheet.js';

/** Value of the radio that stands for "a request not in this list". */
const OTHER_REQUEST = 'other';

/** One of those listed was chosen; else the reference that was typed counts. */
export const choseListed = (typed: Fields): boolean => !['', OTHER_REQUEST].includes(one(typed, 'into'));

export const merge: DecisionSheet = {
  fields({ candidates }, { staff: { decisions } }): Field[] {
    const t = decisions.merge.fields;
    return [
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
        type: 'line',
        name: 'reference',
        label: t.into.reference,
        hint: candidates.length > 0 ? t.into.referenceHint : t.into.noOther,
        width: 20,
      },
    ];
  },
  wrong: (typed, { staff: { decisions } }) =>
    !one(typed, 'reference').trim() && !choseListed(typed)
      ? [wrong('reference', decisions.merge.fields.into.missing)]
      : [],
  toDecision: (typed) => ({ into: typedIn(typed, 'into') }),
  final: true,
  endsTasks: true,
};

import { fieldText as t } from '../../../../text/staff-decisions.js';
import { readDate } from '../../parts/date-parts.js';
import { type DecisionSheet, wrong } from './sheet.js';

export const changeDeadline: DecisionSheet = {
  fields: () => [
    {
      type: 'radios',
      name: 'deadlineKind',
      legend: t.deadlineKind.legend,
      missing: t.deadlineKind.missing,
      choices: [
        { value: 'court', text: t.deadlineKind.court },
        { value: 'filing', text: t.deadlineKind.filing },
        { value: 'none', text: t.deadlineKind.none },
      ],
    },
    { type: 'date', name: 'date', legend: t.date.legend, hint: t.date.hint },
  ],
  initial({ view }) {
    const court = view.courtOrFilingDeadline;
    const [year = '', month = '', day = ''] = court?.date.split('-') ?? [];
    return { deadlineKind: court?.kind ?? '', 'date-month': month, 'date-day': day, 'date-year': year };
  },
  wrong(values) {
    if (values.deadlineKind === '' || values.deadlineKind === 'none') return [];
    const date = readDate(values, 'date');
    if (date === 'empty') return [wrong('date-month', t.date.missing)];
    return date === null ? [wrong('date-month', t.date.invalid)] : [];
  },
  toDecision: (values) => ({
    courtOrFilingDeadline:
      values.deadlineKind === 'none' ? null : { kind: values.deadlineKind, date: readDate(values, 'date') },
  }),
};

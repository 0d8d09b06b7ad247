import { dateFields, readDate } from '../../../kit/date-field.js';
import { type Fields, one } from '../../../kit/fields.js';
import type { DecisionSheet } from './sheet.js';

export const changeCourtDate: DecisionSheet = {
  fields(_context, { staff: { decisions } }) {
    const t = decisions['change-deadline'].fields;
    return [
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
    ];
  },
  initial({ view }) {
    const court = view.courtOrFilingDeadline;
    return { deadlineKind: court?.kind ?? '', ...(court ? dateFields('date', court.date) : {}) };
  },
  wrong(typed, texts) {
    if (!hasDate(typed)) return [];
    const read = readDate(texts, typed, 'date');
    return read.ok ? [] : read.errors;
  },
  toDecision(typed, texts) {
    const read = readDate(texts, typed, 'date');
    const court = hasDate(typed) && { kind: one(typed, 'deadlineKind'), date: read.ok ? read.date : null };
    return { courtOrFilingDeadline: court || null };
  },
};

const hasDate = (typed: Fields): boolean => !['', 'none'].includes(one(typed, 'deadlineKind'));

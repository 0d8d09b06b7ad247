import { type DecisionSheet, isYes, typedIn } from './sheet.js';

export const reclassify: DecisionSheet = {
  fields({ kinds, documents }, { staff: { decisions } }) {
    const t = decisions.reclassify.fields;
    return [
      { type: 'radios', name: 'requestKind', ...t.requestKind, choices: kinds },
      {
        type: 'select',
        name: 'documentKind',
        label: t.documentKind.label,
        hint: t.documentKind.hint,
        choices: [{ value: '', text: t.documentKind.none }, ...documents],
      },
      {
        type: 'radios',
        name: 'tVisaRelated',
        legend: t.tVisaRelated.legend,
        hint: t.tVisaRelated.hint,
        choices: [
          { value: 'yes', text: t.tVisaRelated.yes },
          { value: 'no', text: t.tVisaRelated.no },
        ],
      },
    ];
  },
  initial: ({ view, tVisaRelated }) => ({
    requestKind: view.kind,
    documentKind: view.documentKind ?? '',
    tVisaRelated: tVisaRelated === null ? '' : tVisaRelated ? 'yes' : 'no',
  }),
  toDecision: (typed) => ({
    requestKind: typedIn(typed, 'requestKind'),
    documentKind: typedIn(typed, 'documentKind') ?? null,
    tVisaRelated: isYes(typed, 'tVisaRelated'),
  }),
};

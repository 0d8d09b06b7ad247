import { documentOf } from '../../../../domain/program/lookup.js';
import { ok } from '../../../../domain/result.js';
import type { Texts } from '../../../text/texts.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import { type FormStep, yesNo } from '../step.js';
import { asksDocument, coursesNote } from './document-step.js';

const words = ({ requester }: Texts) => requester.form.tVisa;

/** T visa documents need two courses passed; of some documents only the requester knows what they are for. */
export const tVisaStep: FormStep = {
  id: 'tVisa',
  title: (texts) => words(texts).title,
  applies: (draft, program) =>
    asksDocument(draft, program) &&
    draft.document !== undefined &&
    documentOf(program, draft.document.documentKind)?.tVisa === 'ask',
  answered: ({ document }) => document?.tVisaRelated !== undefined,
  fields({ program, texts }) {
    const text = words(texts);
    return [
      {
        type: 'radios',
        name: 'tVisaRelated',
        legend: text.title,
        size: 'heading',
        inline: true,
        choices: [
          { value: 'yes', text: text.yes },
          { value: 'no', text: text.no },
        ],
        missing: text.error,
      },
      coursesNote(texts, program),
    ];
  },
  initial({ document }) {
    if (document?.tVisaRelated === undefined) return {};
    return { tVisaRelated: document.tVisaRelated ? 'yes' : 'no' };
  },
  read(fields, { draft, texts }) {
    const answer = one(fields, 'tVisaRelated');
    if ((answer !== 'yes' && answer !== 'no') || !draft.document) {
      return wrongFields([{ pointer: '/tVisaRelated', message: words(texts).error }]);
    }
    return ok({ draft: { ...draft, document: { ...draft.document, tVisaRelated: answer === 'yes' } } });
  },
  section: 'request',
  rows: (texts, { document }) => (document ? [['tVisaRelated', yesNo(texts, document.tVisaRelated)]] : []),
  sends: ({ document }) => ({ tVisaRelated: document?.tVisaRelated }),
  // With the document that it is about.
  taken: () => ({}),
  pointers: ['/tVisaRelated'],
};

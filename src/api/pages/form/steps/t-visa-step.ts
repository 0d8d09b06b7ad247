import { documentOf } from '../../../../domain/program/lookup.js';
import { ok } from '../../../../domain/result.js';
import { formText } from '../../../text/en/pages/form.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import { type FormStep, yesNo } from '../step.js';
import { asksDocument, courseTitles } from './document-step.js';

const text = formText.tVisa;

/** T visa documents need two courses passed; of some documents only the requester knows what they are for. */
export const tVisaStep: FormStep = {
  id: 'tVisa',
  title: text.title,
  applies: (draft, program) =>
    asksDocument(draft, program) &&
    draft.document !== undefined &&
    documentOf(program, draft.document.documentKind)?.tVisa === 'ask',
  answered: ({ document }) => document?.tVisaRelated !== undefined,
  fields: ({ program }) => [
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
    { type: 'note', text: text.courses(courseTitles(program)) },
  ],
  initial({ document }) {
    if (document?.tVisaRelated === undefined) return {};
    return { tVisaRelated: document.tVisaRelated ? 'yes' : 'no' };
  },
  read(fields, { draft }) {
    const answer = one(fields, 'tVisaRelated');
    if ((answer !== 'yes' && answer !== 'no') || !draft.document) {
      return wrongFields([{ pointer: '/tVisaRelated', message: text.error }]);
    }
    return ok({ draft: { ...draft, document: { ...draft.document, tVisaRelated: answer === 'yes' } } });
  },
  section: 'request',
  rows: ({ document }) => (document ? [['tVisaRelated', yesNo(document.tVisaRelated)]] : []),
  sends: ({ document }) => ({ tVisaRelated: document?.tVisaRelated }),
  // With the document that it is about.
  taken: () => ({}),
  pointers: ['/tVisaRelated'],
};

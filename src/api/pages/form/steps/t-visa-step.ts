import { formText } from '../../../text/form.js';
import { one } from '../../kit/fields.js';
import type { FormStep } from '../step.js';
import { courseTitles } from './document-step.js';

const text = formText.tVisa;

/** T visa documents need two courses passed; of other documents only the requester knows what they are for. */
export const tVisaStep: FormStep = {
  id: 'tVisa',
  template: 'pages/form/t-visa.njk',
  title: text.title,
  fields({ document }) {
    if (document?.tVisaRelated === undefined) return {};
    return { tVisaRelated: document.tVisaRelated ? 'yes' : 'no' };
  },
  view: (fields, { program }) => ({
    items: [
      { value: 'yes', text: text.yes, checked: one(fields, 'tVisaRelated') === 'yes' },
      { value: 'no', text: text.no, checked: one(fields, 'tVisaRelated') === 'no' },
    ],
    courses: text.courses(courseTitles(program)),
  }),
  read(fields, { draft }) {
    const answer = one(fields, 'tVisaRelated');
    if ((answer !== 'yes' && answer !== 'no') || !draft.document) {
      return { ok: false, errors: [{ pointer: '/tVisaRelated', message: text.error }] };
    }
    return { ok: true, draft: { ...draft, document: { ...draft.document, tVisaRelated: answer === 'yes' } } };
  },
};

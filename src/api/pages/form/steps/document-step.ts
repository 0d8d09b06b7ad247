import { courseOf, documentOf } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import { paths } from '../../../paths.js';
import { formText } from '../../../text/form.js';
import { one } from '../../parts/fields.js';
import type { FormStep } from '../step.js';

const text = formText.document;

export const documentStep: FormStep = {
  id: 'document',
  template: 'pages/form/document.njk',
  title: text.title,
  fields({ document }) {
    if (!document) return {};
    const related = document.tVisaRelated;
    return {
      documentKind: document.documentKind,
      ...(related === undefined ? {} : { tVisaRelated: related ? 'yes' : 'no' }),
    };
  },
  view: (fields, { program }) => ({
    documents: program.documents.map(({ id, label, tVisa }) => ({
      value: id,
      text: label,
      checked: id === one(fields, 'documentKind'),
      asks: tVisa === 'ask',
    })),
    tVisa: [
      { value: 'yes', text: text.yes, checked: one(fields, 'tVisaRelated') === 'yes' },
      { value: 'no', text: text.no, checked: one(fields, 'tVisaRelated') === 'no' },
    ],
    courses: text.courses(courseTitles(program)),
  }),
  read(fields, { draft, program }) {
    const document = documentOf(program, one(fields, 'documentKind'));
    if (!document) return { ok: false, errors: [{ pointer: '/documentKind', message: text.error }] };
    if (!document.reviewed) {
      // Refused kindly, and at once: what is offered instead is worth more than a form filled in for nothing.
      const goTo = `${paths.form.notReviewed}?document=${encodeURIComponent(document.id)}`;
      const { document: _dropped, ...rest } = draft;
      return { ok: true, draft: rest, goTo };
    }
    if (document.tVisa !== 'ask')
      return { ok: true, draft: { ...draft, document: { documentKind: document.id } } };
    const related = one(fields, 'tVisaRelated');
    if (related !== 'yes' && related !== 'no') {
      return { ok: false, errors: [{ pointer: '/tVisaRelated', message: text.tVisaError }] };
    }
    return {
      ok: true,
      draft: { ...draft, document: { documentKind: document.id, tVisaRelated: related === 'yes' } },
    };
  },
};

/** `Human Trafficking Defined and T Visas Part 1` */
export function courseTitles(
  program: Program,
  ids: readonly string[] = program.prerequisites.courses,
): string {
  const titles = ids.map((id) => courseOf(program, id)?.title ?? id);
  return new Intl.ListFormat('en-US').format(titles);
}

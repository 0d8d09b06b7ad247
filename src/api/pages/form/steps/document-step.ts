import { courseOf, documentOf } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import { listed } from '../../../../domain/text/listed.js';
import { paths } from '../../../paths.js';
import { formText } from '../../../text/form.js';
import { one } from '../../kit/fields.js';
import type { FormStep } from '../step.js';

const text = formText.document;

export const documentStep: FormStep = {
  id: 'document',
  template: 'pages/form/document.njk',
  title: text.title,
  fields: ({ document }) => (document ? { documentKind: document.documentKind } : {}),
  view: (fields, { program }) => ({
    items: program.documents.map(({ id, label }) => ({
      value: id,
      text: label,
      checked: id === one(fields, 'documentKind'),
    })),
    courses: formText.tVisa.courses(courseTitles(program)),
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
    const same =
      draft.document?.documentKind === document.id ? draft.document : { documentKind: document.id };
    return { ok: true, draft: { ...draft, document: same } };
  },
};

/** `Human Trafficking Defined and T Visas Part 1` */
export function courseTitles(
  program: Program,
  ids: readonly string[] = program.prerequisites.courses,
): string {
  const titles = ids.map((id) => courseOf(program, id)?.title ?? id);
  return listed(titles);
}

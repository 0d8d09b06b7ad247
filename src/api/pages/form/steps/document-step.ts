import { courseOf, documentOf, kindOf } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import { ok } from '../../../../domain/result.js';
import { paths } from '../../../paths.js';
import type { Texts } from '../../../text/texts.js';
import { one } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { Draft } from '../draft.js';
import type { FormStep } from '../step.js';

const words = ({ requester }: Texts) => requester.form.document;

/** Asked of the kinds of help that are about a document. */
export const asksDocument = ({ kind }: Draft, program: Program): boolean =>
  kind !== undefined && kindOf(program, kind)?.needsDocument === true;

export const documentStep: FormStep = {
  id: 'document',
  title: (texts) => words(texts).title,
  applies: asksDocument,
  answered: ({ document }, program) =>
    document !== undefined && documentOf(program, document.documentKind)?.reviewed === true,
  fields({ program, texts }) {
    const text = words(texts);
    return [
      {
        type: 'radios',
        name: 'documentKind',
        legend: text.title,
        size: 'heading',
        hint: text.hint,
        choices: program.documents.map(({ id, label }) => ({ value: id, text: label })),
        missing: text.error,
      },
      coursesNote(texts, program),
    ];
  },
  initial: ({ document }) => (document ? { documentKind: document.documentKind } : {}),
  read(fields, { draft, program, texts }) {
    const document = documentOf(program, one(fields, 'documentKind'));
    if (!document) return wrongFields([{ pointer: '/documentKind', message: words(texts).error }]);
    if (!document.reviewed) {
      // Refused kindly, and at once: what is offered instead is worth more than a form filled in for nothing.
      const goTo = `${paths.form.notReviewed}?document=${encodeURIComponent(document.id)}`;
      const { document: _dropped, ...rest } = draft;
      return ok({ draft: rest, goTo });
    }
    const same =
      draft.document?.documentKind === document.id ? draft.document : { documentKind: document.id };
    return ok({ draft: { ...draft, document: same } });
  },
  section: 'request',
  rows: (_texts, { document }, program) =>
    document ? [['document', documentOf(program, document.documentKind)?.label]] : [],
  sends: ({ document }) => ({ documentKind: document?.documentKind }),
  taken: ({ documentKind, tVisaRelated }) => ({
    document: documentKind ? { documentKind, tVisaRelated } : undefined,
  }),
  pointers: ['/documentKind'],
};

/** Which courses a T visa document needs, and the way to each; of those that have none yet, whom to ask. */
export function coursesNote(texts: Texts, program: Program): Extract<Field, { type: 'note' }> {
  const { courses, useAddress } = texts.requester.form.tVisa;
  const links = program.prerequisites.courses.flatMap((id) => {
    const course = courseOf(program, id);
    return course?.url
      ? [{ text: texts.requester.form.resources.newTab(course.title), href: course.url }]
      : [];
  });
  const text = `${courses(courseTitles(texts, program))} ${useAddress}`;
  if (links.length === program.prerequisites.courses.length) return { type: 'note', text, links };
  return { type: 'note', text, links, ask: `${texts.layout.linkToCome} ${program.organization.email}` };
}

/** `Human Trafficking Defined and T Visas Part 1` */
export function courseTitles(
  texts: Texts,
  program: Program,
  ids: readonly string[] = program.prerequisites.courses,
): string {
  return texts.listed(ids.map((id) => courseOf(program, id)?.title ?? id));
}

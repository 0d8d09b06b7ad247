import { documentOf, kindOf } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import { ok } from '../../../../domain/result.js';
import type { Texts } from '../../../text/texts.js';
import type { Draft } from '../draft.js';
import type { FormStep } from '../step.js';

const words = ({ requester }: Texts) => requester.form.files;

/** A document is what it is about. */
export const isReview = ({ kind }: Draft, program: Program): boolean =>
  kindOf(program, kind ?? '')?.needsDocument === true;

/** Of the kinds of help that are about a document, and of those that a document makes of them. */
export const asksFiles = (draft: Draft, program: Program): boolean =>
  draft.kind !== undefined &&
  (isReview(draft, program) || program.documents.some(({ becomesKind }) => becomesKind === draft.kind));

/** Documents are no answers: its page (files-page.ts) takes them one by one, and here stands what the others need. */
export const filesStep: FormStep = {
  id: 'files',
  title: (texts) => words(texts).title,
  applies: asksFiles,
  answered: ({ files }) => files !== undefined,
  fields: () => [],
  initial: () => ({}),
  read: (_fields, { draft }) => ok({ draft: { ...draft, files: draft.files ?? [] } }),
  section: 'request',
  rows: (texts, { files }, program) => [
    [
      'files',
      files
        ?.map(
          ({ name, documentKind }) => `${name} (${documentOf(program, documentKind)?.label ?? documentKind})`,
        )
        .join('\n') || words(texts).none,
    ],
  ],
  sends: () => ({}),
  // Kept beside the submission, and not shown with it.
  taken: () => ({}),
  pointers: [],
};

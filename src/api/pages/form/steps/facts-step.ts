import { isAboutCase } from '../../../../domain/program/lookup.js';
import { MAX_TEXT, submissionSchema } from '../../../../domain/requests/submission.schema.js';
import { ok } from '../../../../domain/result.js';
import { asksForWorksheet } from '../../../../domain/worksheets/of-use.js';
import { paths } from '../../../paths.js';
import type { Texts } from '../../../text/texts.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { one } from '../../kit/fields.js';
import type { Field, FoundWords } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import { foundIn } from '../../kit/identifiers-check.js';
import { worksheetNote } from '../../parts/worksheet-note.js';
import type { Draft } from '../draft.js';
import type { CheckRow, FormStep } from '../step.js';

const words = ({ requester }: Texts) => requester.form.facts;
const schema = submissionSchema.pick({ facts: true, questions: true, clientAlias: true });

export const factsStep: FormStep = {
  id: 'facts',
  title: (texts) => words(texts).title,
  answered: ({ facts }) => facts !== undefined,
  above: ({ texts }) => ({ inset: words(texts).lead }),
  fields({ draft, program, texts }) {
    const text = words(texts);
    const general = !isAboutCase(program, draft.kind);
    const label: Field = {
      type: 'line',
      name: 'clientAlias',
      label: text.clientAlias,
      size: 'm',
      hint: text.clientAliasHint,
      width: 10,
      autocomplete: 'off',
      spellcheck: false,
    };
    const about = { kind: draft.kind, documentKind: draft.document?.documentKind };
    return [
      ...(asksForWorksheet(about, program) ? worksheetNote(about, program, texts, draft.files ?? []) : []),
      {
        type: 'words',
        name: 'facts',
        label: general ? text.factsGeneral : text.facts,
        size: 'm',
        hint: general ? text.factsGeneralHint : text.factsHint,
        rows: 10,
        most: MAX_TEXT,
        missing: text.errors.facts,
      },
      {
        type: 'words',
        name: 'questions',
        label: text.questions,
        size: 'm',
        hint: text.questionsHint,
        rows: 6,
        most: MAX_TEXT,
        missing: text.errors.questions,
      },
      ...(general ? [] : [label]),
    ];
  },
  initial: ({ facts, fromCall }) =>
    facts
      ? { facts: facts.facts, questions: facts.questions, clientAlias: facts.clientAlias ?? '' }
      : { questions: fromCall ?? '' },
  read(fields, { draft, program, texts }) {
    const read = schema.safeParse({
      facts: one(fields, 'facts'),
      questions: one(fields, 'questions'),
      clientAlias: (isAboutCase(program, draft.kind) && one(fields, 'clientAlias').trim()) || undefined,
    });
    if (!read.success) return wrongFields(zodFieldErrors(read.error));
    const { fromCall: _carried, ...rest } = draft;
    const answered: Draft = { ...rest, facts: read.data };
    const warn = identifiersIn(texts, answered).length > 0;
    return ok({ draft: answered, ...(warn ? { goTo: paths.form.identifiers } : {}) });
  },
  section: 'text',
  rows: (_texts, { facts, kind }, program) => [
    [isAboutCase(program, kind) ? 'facts' : 'background', facts?.facts],
    ['questions', facts?.questions],
    ...(isAboutCase(program, kind) ? [['clientAlias', facts?.clientAlias] satisfies CheckRow] : []),
  ],
  sends: ({ facts }) => ({ ...facts }),
  taken: ({ facts, questions, clientAlias }) => ({ facts: { facts, questions, clientAlias } }),
  pointers: ['/facts', '/questions', '/clientAlias'],
};

/** What may tell who the client is, field by field. */
export function identifiersIn(texts: Texts, { facts }: Draft): FoundWords[] {
  if (!facts) return [];
  const where = texts.requester.form.identifiers.in;
  return (['facts', 'questions', 'clientAlias'] as const).flatMap((field) =>
    foundIn(texts, facts[field] ?? '').map(({ what, excerpt }) => ({
      what: `${what}, ${where[field]}`,
      excerpt,
    })),
  );
}

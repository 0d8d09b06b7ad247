import { findIdentifiers } from '../../../../domain/requests/identifier-warning.js';
import { MAX_TEXT, submissionSchema } from '../../../../domain/requests/submission.schema.js';
import { paths } from '../../../paths.js';
import { formText } from '../../../text/form.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { one } from '../../kit/fields.js';
import { withOwnWords } from '../../kit/with-own-words.js';
import type { Draft } from '../draft.js';
import type { FormStep } from '../step.js';
import { nextPath } from '../steps.js';

const text = formText.facts;
const schema = submissionSchema.pick({ facts: true, questions: true, clientAlias: true });

export const factsStep: FormStep = {
  id: 'facts',
  template: 'pages/form/facts.njk',
  title: text.title,
  fields: ({ facts, fromCall }) =>
    facts
      ? { facts: facts.facts, questions: facts.questions, clientAlias: facts.clientAlias ?? '' }
      : { questions: fromCall ?? '' },
  view: (_fields, { draft }) => ({ general: draft.kind === 'general-information', maxText: MAX_TEXT }),
  read(fields, { draft, program }) {
    const read = schema.safeParse({
      facts: one(fields, 'facts'),
      questions: one(fields, 'questions'),
      clientAlias: one(fields, 'clientAlias').trim() || undefined,
    });
    if (!read.success) {
      return { ok: false, errors: withOwnWords(zodFieldErrors(read.error), fields, text.errors) };
    }
    const { fromCall: _carried, ...rest } = draft;
    const answered: Draft = { ...rest, facts: read.data };
    const warn = identifiersIn(answered).length > 0;
    return { ok: true, draft: answered, goTo: warn ? paths.form.identifiers : nextPath(answered, program) };
  },
};

/** What may tell who the client is, field by field. */
export function identifiersIn({
  facts,
}: Draft): { field: 'facts' | 'questions' | 'clientAlias'; kind: string; excerpt: string }[] {
  if (!facts) return [];
  return (['facts', 'questions', 'clientAlias'] as const).flatMap((field) =>
    findIdentifiers(facts[field] ?? '').map(({ kind, excerpt }) => ({ field, kind, excerpt })),
  );
}

import { isAboutCase, kindOf } from '../../../../domain/program/lookup.js';
import { ok } from '../../../../domain/result.js';
import type { Texts } from '../../../text/texts.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormStep } from '../step.js';

const words = ({ requester }: Texts) => requester.form.kind;

export const kindStep: FormStep = {
  id: 'kind',
  title: (texts) => words(texts).title,
  answered: ({ kind }) => kind !== undefined,
  fields({ program, texts }) {
    const text = words(texts);
    return [
      {
        type: 'radios',
        name: 'kind',
        legend: text.title,
        size: 'heading',
        choices: program.kinds.map(({ id, label, hint }) => ({ value: id, text: label, hint })),
        missing: text.error,
      },
    ];
  },
  initial: ({ kind }) => (kind ? { kind } : {}),
  read(fields, { draft, program, texts }) {
    const kind = one(fields, 'kind');
    if (!kindOf(program, kind)) return wrongFields([{ pointer: '/kind', message: words(texts).error }]);
    const { facts } = draft;
    // A label is of a case: where there is none it is neither asked for nor sent.
    if (facts?.clientAlias === undefined || isAboutCase(program, kind))
      return ok({ draft: { ...draft, kind } });
    const { clientAlias: _label, ...said } = facts;
    return ok({ draft: { ...draft, kind, facts: said } });
  },
  section: 'request',
  rows: (_texts, { kind }, program) => [['kind', kindOf(program, kind ?? '')?.label]],
  sends: ({ kind }) => ({ kind }),
  taken: ({ kind }) => ({ kind }),
  pointers: ['/kind'],
};

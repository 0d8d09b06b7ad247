import { kindOf } from '../../../../domain/program/lookup.js';
import { ok } from '../../../../domain/result.js';
import { formText } from '../../../text/en/pages/form.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormStep } from '../step.js';

const text = formText.kind;

export const kindStep: FormStep = {
  id: 'kind',
  title: text.title,
  answered: ({ kind }) => kind !== undefined,
  fields: ({ program }) => [
    {
      type: 'radios',
      name: 'kind',
      legend: text.title,
      size: 'heading',
      choices: program.kinds.map(({ id, label, hint }) => ({ value: id, text: label, hint })),
      missing: text.error,
    },
  ],
  initial: ({ kind }) => (kind ? { kind } : {}),
  read(fields, { draft, program }) {
    const kind = one(fields, 'kind');
    if (!kindOf(program, kind)) return wrongFields([{ pointer: '/kind', message: text.error }]);
    return ok({ draft: { ...draft, kind } });
  },
  section: 'request',
  rows: ({ kind }, program) => [['kind', kindOf(program, kind ?? '')?.label]],
  sends: ({ kind }) => ({ kind }),
  taken: ({ kind }) => ({ kind }),
  pointers: ['/kind'],
};

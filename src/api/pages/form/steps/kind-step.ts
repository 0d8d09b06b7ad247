import { kindOf } from '../../../../domain/program/lookup.js';
import { formText } from '../../../text/form.js';
import { one } from '../../kit/fields.js';
import type { FormStep } from '../step.js';

const text = formText.kind;

export const kindStep: FormStep = {
  id: 'kind',
  template: 'pages/form/kind.njk',
  title: text.title,
  fields: (draft) => (draft.kind ? { kind: draft.kind } : {}),
  view: (fields, { program }) => ({
    items: program.kinds.map(({ id, label, hint }) => ({
      value: id,
      text: label,
      hint: { text: hint },
      checked: id === one(fields, 'kind'),
    })),
  }),
  read(fields, { draft, program }) {
    const kind = one(fields, 'kind');
    if (!kindOf(program, kind)) return { ok: false, errors: [{ pointer: '/kind', message: text.error }] };
    return { ok: true, draft: { ...draft, kind } };
  },
};

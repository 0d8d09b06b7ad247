import { roleOf } from '../../../../domain/program/lookup.js';
import { formText } from '../../../text/form.js';
import { one } from '../../kit/fields.js';
import type { FormStep } from '../step.js';

const text = formText.role;

export const roleStep: FormStep = {
  id: 'role',
  template: 'pages/form/role.njk',
  title: text.title,
  fields: (draft) => (draft.role ? { role: draft.role } : {}),
  view: (fields, { program }) => ({
    items: program.roles.map(({ id, label }) => ({
      value: id,
      text: label,
      checked: id === one(fields, 'role'),
    })),
  }),
  read(fields, { draft, program }) {
    const role = one(fields, 'role');
    if (!roleOf(program, role)) return { ok: false, errors: [{ pointer: '/role', message: text.error }] };
    return { ok: true, draft: { ...draft, role } };
  },
};

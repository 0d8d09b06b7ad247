import { roleOf } from '../../../../domain/program/lookup.js';
import { ok } from '../../../../domain/result.js';
import { formText } from '../../../text/en/pages/form.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormStep } from '../step.js';

const text = formText.role;

export const roleStep: FormStep = {
  id: 'role',
  title: text.title,
  answered: ({ role }) => role !== undefined,
  fields: ({ program }) => [
    {
      type: 'radios',
      name: 'role',
      legend: text.title,
      size: 'heading',
      hint: text.hint,
      choices: program.roles.map(({ id, label }) => ({ value: id, text: label })),
      missing: text.error,
    },
  ],
  initial: ({ role }) => (role ? { role } : {}),
  read(fields, { draft, program }) {
    const role = one(fields, 'role');
    if (!roleOf(program, role)) return wrongFields([{ pointer: '/role', message: text.error }]);
    return ok({ draft: { ...draft, role } });
  },
  section: 'you',
  rows: ({ role }, program) => [['role', roleOf(program, role ?? '')?.label ?? role]],
  // Sent with the details: it belongs to the one asking.
  sends: () => ({}),
  taken: ({ requester }) => ({ role: requester.role }),
  pointers: ['/requester/role'],
};

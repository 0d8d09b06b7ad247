import { isLicensed, roleOf } from '../../../../domain/program/lookup.js';
import { ok } from '../../../../domain/result.js';
import type { Texts } from '../../../text/texts.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { FormStep } from '../step.js';

const words = ({ requester }: Texts) => requester.form.role;

export const roleStep: FormStep = {
  id: 'role',
  title: (texts) => words(texts).title,
  answered: ({ role }) => role !== undefined,
  fields({ program, texts }) {
    const text = words(texts);
    return [
      {
        type: 'radios',
        name: 'role',
        legend: text.title,
        size: 'heading',
        hint: text.hint,
        choices: program.roles.map(({ id, label }) => ({ value: id, text: label })),
        missing: text.error,
      },
    ];
  },
  initial: ({ role }) => (role ? { role } : {}),
  read(fields, { draft, program, texts }) {
    const role = one(fields, 'role');
    if (!roleOf(program, role)) return wrongFields([{ pointer: '/role', message: words(texts).error }]);
    const { details } = draft;
    // Where somebody is licensed is asked of those who may be.
    if (!details || isLicensed(program, role)) return ok({ draft: { ...draft, role } });
    return ok({ draft: { ...draft, role, details: { ...details, licensedIn: [] } } });
  },
  section: 'you',
  rows: (_texts, { role }, program) => [['role', roleOf(program, role ?? '')?.label ?? role]],
  // Sent with the details: it belongs to the one asking.
  sends: () => ({}),
  taken: ({ requester }) => ({ role: requester.role }),
  pointers: ['/requester/role'],
};

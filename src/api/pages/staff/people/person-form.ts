import { STAFF_ROLES } from '../../../../domain/people/actor.js';
import type { Texts } from '../../../text/texts.js';
import { type Fields, one } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';

/** What is asked of a person, by the names of what stands in `staffUserSchema`. */
export function personFields({ desk: { people: t }, roles }: Texts['staff']): Record<PersonField, Field> {
  return {
    name: { type: 'line', name: 'name', label: t.name.label, width: 20 },
    email: { type: 'line', name: 'email', label: t.email.label, hint: t.email.hint, width: 30 },
    role: {
      type: 'radios',
      name: 'role',
      legend: t.role.legend,
      choices: STAFF_ROLES.map((role) => ({
        value: role,
        text: roles[role] ?? role,
        hint: t.roleHints[role],
      })),
    },
    active: {
      type: 'radios',
      name: 'active',
      legend: t.active.legend,
      choices: [
        { value: 'yes', text: t.active.yes },
        { value: 'no', text: t.active.no },
      ],
    },
    leavesWork: {
      type: 'checkboxes',
      name: 'leavesWork',
      small: true,
      choices: [{ value: 'yes', text: t.leavesWork.label, hint: t.leavesWork.hint }],
    },
  };
}

type PersonField = 'name' | 'email' | 'role' | 'active' | 'leavesWork';

/** As typed; the use cases say what is wrong with it. */
export const typedPerson = (fields: Fields) => ({
  name: one(fields, 'name'),
  email: one(fields, 'email'),
  role: one(fields, 'role'),
  active: one(fields, 'active'),
  leavesWork: one(fields, 'leavesWork'),
});

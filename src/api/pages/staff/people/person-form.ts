import { STAFF_ROLES } from '../../../../domain/people/actor.js';
import { roleLabels } from '../../../text/en/pages/staff.js';
import { peopleText as text } from '../../../text/en/pages/staff-admin.js';
import { type Fields, one } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';

export const nameField: Field = { type: 'line', name: 'name', label: text.name.label, width: 20 };

export const emailField: Field = {
  type: 'line',
  name: 'email',
  label: text.email.label,
  hint: text.email.hint,
  width: 30,
};

export const roleField: Field = {
  type: 'radios',
  name: 'role',
  legend: text.role.legend,
  choices: STAFF_ROLES.map((role) => ({
    value: role,
    text: roleLabels[role] ?? role,
    hint: text.roleHints[role],
  })),
};

export const activeField: Field = {
  type: 'radios',
  name: 'active',
  legend: text.active.legend,
  choices: [
    { value: 'yes', text: text.active.yes },
    { value: 'no', text: text.active.no },
  ],
};

/** As typed; the use cases say what is wrong with it. */
export const typedPerson = (fields: Fields) => ({
  name: one(fields, 'name'),
  email: one(fields, 'email'),
  role: one(fields, 'role'),
  active: one(fields, 'active'),
});

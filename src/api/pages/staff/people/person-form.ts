import { STAFF_ROLES } from '../../../../domain/people/actor.js';
import type { Colleague } from '../../../../usecases/people/colleagues.js';
import { SPREAD } from '../../../../usecases/requests/spread.js';
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
  };
}

type PersonField = 'name' | 'email' | 'role' | 'active';

/** To whom the open work of somebody goes who may not sign in any more. */
export const workField = ({ staff }: Texts, others: readonly Colleague[]): Field => {
  const { to } = staff.desk.people;
  return {
    type: 'select',
    name: 'to',
    label: to.label,
    hint: to.hint,
    choices: [
      { value: '', text: to.nobody },
      { value: SPREAD, text: to.spread },
      ...others.map(({ email, name, open }) => ({ value: email, text: to.colleague(name, open) })),
      { value: LEAVE, text: to.leave },
    ],
  };
};

/** Kept from signing in at once, whatever is open of theirs. */
const LEAVE = 'leave';

/** As typed; the use cases say what is wrong with it. */
export const typedPerson = (fields: Fields) => ({
  name: one(fields, 'name'),
  email: one(fields, 'email'),
  role: one(fields, 'role'),
  active: one(fields, 'active'),
  leavesWork: one(fields, 'to') === LEAVE ? 'yes' : '',
  to: [LEAVE, ''].includes(one(fields, 'to')) ? undefined : one(fields, 'to'),
});

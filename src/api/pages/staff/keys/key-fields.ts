import { STAFF_ROLES } from '../../../../domain/people/actor.js';
import { KEY_DAYS, OVERLAP_HOURS } from '../../../../domain/people/key-terms.js';
import type { Colleague } from '../../../../usecases/people/colleagues.js';
import type { Texts } from '../../../text/texts.js';
import { type Fields, one } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';

type Words = Texts['staff'];

/** What is asked of a new key. */
export const keyFields = ({ desk: { keys: t }, roles }: Words, owners: readonly Colleague[]): Field[] => [
  { type: 'line', name: 'name', label: t.name.label, hint: t.name.hint, width: 20 },
  {
    type: 'radios',
    name: 'role',
    legend: t.role.legend,
    choices: STAFF_ROLES.map((role) => ({ value: role, text: roles[role] ?? role })),
  },
  {
    type: 'radios',
    name: 'scope',
    legend: t.scope.legend,
    choices: [
      { value: 'read', text: t.scope.read },
      { value: 'write', text: t.scope.write },
    ],
  },
  {
    type: 'select',
    name: 'owner',
    label: t.owner.label,
    hint: t.owner.hint,
    choices: owners.map(({ email, name, role }) => ({
      value: email,
      text: `${name}, ${roles[role] ?? role}`,
    })),
  },
  daysField(t),
];

const daysField = (t: Words['desk']['keys']): Field => ({
  type: 'line',
  name: 'days',
  label: t.days.label,
  hint: t.days.hint(KEY_DAYS.most),
  width: 4,
  inputmode: 'numeric',
});

/** What is asked as one is rotated. */
export const rotationFields = ({ desk: { keys: t } }: Words): Field[] => [
  daysField(t),
  {
    type: 'line',
    name: 'overlapHours',
    label: t.overlapHours.label,
    hint: t.overlapHours.hint(OVERLAP_HOURS.most),
    width: 4,
    inputmode: 'numeric',
  },
];

/** A number as typed: nothing else is one. Left empty, it is the usual one. */
export function typedNumber(fields: Fields, name: string): unknown {
  const typed = one(fields, name).trim();
  if (typed === '') return undefined;
  return /^\d{1,9}$/.test(typed) ? Number(typed) : typed;
}

import type { Program } from '../../../domain/program/program.schema.js';
import type { Texts } from '../../text/texts.js';
import type { Field } from '../kit/form.js';

/** Who supervises the one asking: a name, an address, and a role that may supervise. Without words for what is missing they may stay empty. */
export function supervisorFields(
  texts: Texts,
  { roles }: Pick<Program, 'roles'>,
  missing?: Record<'name' | 'email' | 'role', string>,
): Field[] {
  const text = texts.requester.form.supervisor;
  return [
    {
      type: 'line',
      name: 'supervisor-name',
      label: text.name,
      size: 'regular',
      autocomplete: 'off',
      spellcheck: false,
      ...(missing && { missing: missing.name }),
    },
    {
      type: 'line',
      name: 'supervisor-email',
      label: text.email,
      size: 'regular',
      email: true,
      autocomplete: 'off',
      spellcheck: false,
      ...(missing && { missing: missing.email }),
    },
    {
      type: 'radios',
      name: 'supervisor-role',
      legend: text.role,
      choices: roles
        .filter(({ maySupervise }) => maySupervise)
        .map(({ id, label }) => ({ value: id, text: label })),
      ...(missing && { missing: missing.role }),
    },
  ];
}

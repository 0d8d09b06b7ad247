import { supervisorSchema } from '../../../../domain/requests/submission.schema.js';
import { formText } from '../../../text/form.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { one } from '../../kit/fields.js';
import { withOwnWords } from '../../kit/with-own-words.js';
import type { FormStep } from '../step.js';

const text = formText.supervisor;

export const supervisorStep: FormStep = {
  id: 'supervisor',
  template: 'pages/form/supervisor.njk',
  title: text.title,
  fields: ({ supervisor }) =>
    supervisor
      ? {
          'supervisor-name': supervisor.name,
          'supervisor-email': supervisor.email,
          'supervisor-role': supervisor.role,
        }
      : {},
  view: (fields, { program }) => ({ roles: supervisorRoles(program, one(fields, 'supervisor-role')) }),
  read(fields, { draft, program }) {
    const typed = {
      name: one(fields, 'supervisor-name'),
      email: one(fields, 'supervisor-email'),
      role: one(fields, 'supervisor-role'),
    };
    const read = supervisorSchema.safeParse(typed);
    const errors = read.success ? [] : withOwnWords(zodFieldErrors(read.error), typed, text.errors);
    if (
      typed.role !== '' &&
      !program.roles.some(({ id, maySupervise }) => maySupervise && id === typed.role)
    ) {
      errors.push({ pointer: '/role', message: text.errors.role });
    }
    if (read.success && read.data.email === draft.details?.email) {
      errors.push({ pointer: '/email', message: text.self });
    }
    if (!read.success || errors.length > 0) {
      return {
        ok: false,
        errors: errors.map((e) => ({ ...e, pointer: `/supervisor-${e.pointer.slice(1)}` })),
      };
    }
    return { ok: true, draft: { ...draft, supervisor: read.data } };
  },
};

/** The roles that may supervise, as radios. */
export function supervisorRoles(
  program: { roles: { id: string; label: string; maySupervise: boolean }[] },
  chosen: string,
): { value: string; text: string; checked: boolean }[] {
  return program.roles
    .filter(({ maySupervise }) => maySupervise)
    .map(({ id, label }) => ({ value: id, text: label, checked: id === chosen }));
}

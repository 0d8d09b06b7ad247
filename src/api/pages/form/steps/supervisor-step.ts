import { maySupervise, needsSupervisor, roleOf } from '../../../../domain/program/lookup.js';
import { supervisorSchema } from '../../../../domain/requests/submission.schema.js';
import { ok } from '../../../../domain/result.js';
import type { Texts } from '../../../text/texts.js';
import type { PageError } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import { supervisorFields } from '../../parts/supervisor-fields.js';
import type { FormStep } from '../step.js';

const words = ({ requester }: Texts) => requester.form.supervisor;

export const supervisorStep: FormStep = {
  id: 'supervisor',
  title: (texts) => words(texts).title,
  applies: ({ role }, program) => role !== undefined && needsSupervisor(program, role),
  answered: ({ supervisor }) => supervisor !== undefined,
  above: ({ texts }) => ({ lead: [words(texts).hint] }),
  fields: ({ program, texts }) => supervisorFields(texts, program, words(texts).errors),
  initial: ({ supervisor }) =>
    supervisor
      ? {
          'supervisor-name': supervisor.name,
          'supervisor-email': supervisor.email,
          'supervisor-role': supervisor.role,
        }
      : {},
  read(fields, { draft, program, texts }) {
    const text = words(texts);
    const typed = {
      name: one(fields, 'supervisor-name'),
      email: one(fields, 'supervisor-email'),
      role: one(fields, 'supervisor-role'),
    };
    const read = supervisorSchema.safeParse(typed);
    const errors: PageError[] = read.success ? [] : zodFieldErrors(read.error);
    if (typed.role !== '' && !maySupervise(program, typed.role)) {
      errors.push({ pointer: '/role', message: text.errors.role });
    }
    if (read.success && read.data.email === draft.details?.email) {
      errors.push({ pointer: '/email', message: text.self });
    }
    if (!read.success || errors.length > 0) {
      return wrongFields(errors.map((e) => ({ ...e, pointer: `/supervisor-${e.pointer.slice(1)}` })));
    }
    return ok({ draft: { ...draft, supervisor: read.data } });
  },
  section: 'you',
  rows(_texts, { supervisor }, program, address) {
    if (!supervisor) return [];
    const role = roleOf(program, supervisor.role)?.label ?? supervisor.role;
    return [['supervisor', `${supervisor.name}, ${role}\n${address(supervisor.email)}`]];
  },
  sends: ({ supervisor }) => ({ supervisor }),
  taken: ({ supervisor }) => ({ supervisor }),
  pointers: ['/supervisor'],
};

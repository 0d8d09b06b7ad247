import { maySupervise } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { supervisorSchema } from '../../../domain/requests/submission.schema.js';
import { questionText } from '../../text/call-questions.js';
import type { PageError } from '../../views/page-errors.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { type Fields, one } from '../kit/fields.js';
import { withOwnWords } from '../kit/with-own-words.js';

export interface Supervisor {
  name: string;
  email: string;
  role: string;
}

const text = questionText.supervisor;

/** Who supervises the asker. Where it is optional, all three inputs may stay empty. */
export function readSupervisor(
  fields: Fields,
  { program, email, optional }: { program: Program; email: string; optional: boolean },
): { ok: true; supervisor: Supervisor | undefined } | { ok: false; errors: PageError[] } {
  const typed = {
    name: one(fields, 'supervisor-name').trim(),
    email: one(fields, 'supervisor-email').trim(),
    role: one(fields, 'supervisor-role'),
  };
  if (optional && Object.values(typed).every((value) => value === ''))
    return { ok: true, supervisor: undefined };
  const read = supervisorSchema.safeParse(typed);
  const errors = read.success
    ? []
    : withOwnWords(zodFieldErrors(read.error), typed, {
        name: text.name,
        email: text.email,
        role: text.role,
      });
  if (typed.role !== '' && !maySupervise(program, typed.role)) {
    errors.push({ pointer: '/role', message: text.role });
  }
  if (read.success && read.data.email === email) errors.push({ pointer: '/email', message: text.self });
  if (read.success && errors.length === 0) return { ok: true, supervisor: read.data };
  return { ok: false, errors: errors.map((e) => ({ ...e, pointer: `/supervisor-${e.pointer.slice(1)}` })) };
}

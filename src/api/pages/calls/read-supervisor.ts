import { maySupervise } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { supervisorSchema } from '../../../domain/requests/submission.schema.js';
import { ok } from '../../../domain/result.js';
import type { Texts } from '../../text/texts.js';
import type { PageError, Read } from '../../views/page-errors.js';
import { zodFieldErrors } from '../../views/zod-errors.js';
import { type Fields, one } from '../kit/fields.js';
import { missingOf, wrongFields } from '../kit/form-errors.js';
import { supervisorFields } from '../parts/supervisor-fields.js';

export interface Supervisor {
  name: string;
  email: string;
  role: string;
}

/** Who supervises the asker. Where it is optional, all three inputs may stay empty. */
export function readSupervisor(
  texts: Texts,
  fields: Fields,
  { program, email, optional }: { program: Program; email: string; optional: boolean },
): Read<Supervisor | undefined> {
  const text = texts.calls.aboutCall.ask.supervisor;
  const typed = {
    name: one(fields, 'supervisor-name').trim(),
    email: one(fields, 'supervisor-email').trim(),
    role: one(fields, 'supervisor-role'),
  };
  if (optional && Object.values(typed).every((value) => value === '')) return ok(undefined);
  const missing = missingOf(supervisorFields(texts, program, text), fields);
  const read = supervisorSchema.safeParse(typed);
  const errors: PageError[] = read.success ? [] : zodFieldErrors(read.error);
  if (typed.role !== '' && !maySupervise(program, typed.role)) {
    errors.push({ pointer: '/role', message: text.role });
  }
  if (read.success && read.data.email === email) errors.push({ pointer: '/email', message: text.self });
  if (read.success && errors.length === 0) return ok(read.data);
  const atInputs = errors.map((error) => ({ ...error, pointer: `/supervisor-${error.pointer.slice(1)}` }));
  const others = atInputs.filter(({ pointer }) => !missing.some((one) => one.pointer === pointer));
  return wrongFields([...missing, ...others]);
}

import { ok } from '../../../../domain/result.js';
import { closureSchema } from '../../../../usecases/closures/closure.schema.js';
import { en } from '../../../text/en/en.js';
import { closuresText as text } from '../../../text/en/pages/staff-admin.js';
import type { Read } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { readDate } from '../../kit/date-field.js';
import { type Fields, one } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';

export const CLOSURE_FIELDS: Field[] = [
  { type: 'date', name: 'date', legend: text.date.legend, hint: text.date.hint },
  { type: 'line', name: 'name', label: text.name.label, hint: text.name.hint, width: 20 },
];

export interface Closure {
  /** `yyyy-mm-dd` */
  date: string;
  name: string;
}

/** Three inputs and a name, as a closure; or the errors at their fields. */
export function readClosure(fields: Fields): Read<Closure> {
  const typed = readDate(en, fields, 'date');
  // Any day, for what is wrong with the name.
  const read = closureSchema.safeParse({
    date: typed.ok ? typed.date : '2000-01-01',
    name: one(fields, 'name'),
  });
  if (typed.ok && read.success) return ok(read.data);
  return wrongFields([
    ...(typed.ok ? [] : typed.errors),
    ...(read.success ? [] : zodFieldErrors(read.error)),
  ]);
}

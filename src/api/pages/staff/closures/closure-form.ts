import { ok } from '../../../../domain/result.js';
import { closureSchema } from '../../../../usecases/closures/closure.schema.js';
import type { Texts } from '../../../text/texts.js';
import type { Read } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { readDate } from '../../kit/date-field.js';
import { type Fields, one } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';

export const closureFields = ({ date, name }: Texts['staff']['desk']['closures']): Field[] => [
  { type: 'date', name: 'date', legend: date.legend, hint: date.hint },
  { type: 'line', name: 'name', label: name.label, hint: name.hint, width: 20 },
];

export interface Closure {
  /** `yyyy-mm-dd` */
  date: string;
  name: string;
}

/** Three inputs and a name, as a closure; or the errors at their fields. */
export function readClosure(texts: Texts, fields: Fields): Read<Closure> {
  const typed = readDate(texts, fields, 'date');
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

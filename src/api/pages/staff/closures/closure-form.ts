import { ok } from '../../../../domain/result.js';
import { type ClosureInput, closureSchema } from '../../../../usecases/closures/closure.schema.js';
import type { Texts } from '../../../text/texts.js';
import type { Read } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { noDateTyped, readDate } from '../../kit/date-field.js';
import { type Fields, one } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';

export const closureFields = ({ date, until, name }: Texts['staff']['desk']['closures']): Field[] => [
  { type: 'date', name: 'date', legend: date.legend, hint: date.hint },
  { type: 'date', name: 'until', legend: until.legend, hint: until.hint },
  { type: 'line', name: 'name', label: name.label, hint: name.hint, width: 20 },
];

/** First and last day and a name, as a closure; or the errors at their fields. */
export function readClosure(texts: Texts, fields: Fields): Read<ClosureInput> {
  const typed = readDate(texts, fields, 'date');
  const last = noDateTyped(fields, 'until')
    ? { ok: true as const, date: undefined }
    : readDate(texts, fields, 'until', texts.staff.desk.closures.until.what);
  // Any day, for what is wrong with the name.
  const read = closureSchema.safeParse({
    date: typed.ok ? typed.date : '2000-01-01',
    ...(last.ok && last.date ? { until: last.date } : {}),
    name: one(fields, 'name'),
  });
  if (typed.ok && last.ok && read.success) return ok(read.data);
  return wrongFields([
    ...(typed.ok ? [] : typed.errors),
    ...(last.ok ? [] : last.errors),
    ...(read.success ? [] : zodFieldErrors(read.error)),
  ]);
}

import type { Program } from '../../../../domain/program/program.schema.js';
import { ok } from '../../../../domain/result.js';
import { createZone } from '../../../../domain/time/zone.js';
import { type CompletionInput, completionSchema } from '../../../../domain/training/completion.schema.js';
import type { Texts } from '../../../text/texts.js';
import type { PageError, Read } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { readDate } from '../../kit/date-field.js';
import { type Fields, one } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';

export function completionFields({ desk: { completions: t } }: Texts['staff'], program: Program): Field[] {
  return [
    { type: 'line', name: 'email', label: t.email.label, width: 30, missing: t.email.missing },
    {
      type: 'select',
      name: 'courseId',
      label: t.course.label,
      missing: t.course.missing,
      choices: program.courses.map(({ id, title }) => ({ value: id, text: title })),
    },
    {
      type: 'radios',
      name: 'passed',
      legend: t.passed.legend,
      missing: t.passed.missing,
      choices: [
        { value: 'yes', text: t.passed.yes },
        { value: 'no', text: t.passed.no },
      ],
    },
    { type: 'line', name: 'score', label: t.score.label, inputmode: 'numeric', width: 3 },
    { type: 'date', name: 'date', legend: t.date.legend, hint: t.date.hint },
  ];
}

/** Reads the form. A completion entered by hand counts from noon of its day. */
export function readCompletion(
  texts: Texts,
  fields: Fields,
  context: { program: Program; now: Date; sourceId: string },
): Read<CompletionInput> {
  const { completions: t } = texts.staff.desk;
  const errors: PageError[] = [];
  const score = one(fields, 'score').trim();
  const percent = Number(score);
  if (score !== '' && !(/^\d{1,3}$/.test(score) && percent <= 100)) {
    errors.push({ pointer: '/score', message: t.score.invalid });
  }
  const zone = createZone(context.program.zone);
  const read = readDate(texts, fields, 'date');
  if (!read.ok) errors.push(...read.errors);
  else if (read.date > zone.dateOf(context.now.toISOString())) {
    errors.push({ pointer: '/date-month', message: t.date.future });
  }
  if (errors.length > 0 || !read.ok) return wrongFields(errors);
  const [completedAt] = [zone.at(read.date, '12:00'), context.now.toISOString()].sort();
  const completion = completionSchema.safeParse({
    email: one(fields, 'email'),
    courseId: one(fields, 'courseId'),
    passed: one(fields, 'passed') === 'yes',
    score: score === '' ? undefined : percent / 100,
    // Noon of today may still be to come.
    completedAt,
    source: 'staff',
    sourceId: context.sourceId,
  });
  return completion.success ? ok(completion.data) : wrongFields(zodFieldErrors(completion.error));
}

import { randomUUID } from 'node:crypto';
import type { Program } from '../../../../domain/program/program.schema.js';
import { createZone } from '../../../../domain/time/zone.js';
import { type CompletionInput, completionSchema } from '../../../../domain/training/completion.schema.js';
import { completionsText as t } from '../../../text/staff-admin.js';
import type { PageError } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import type { Field, Values } from '../decide/decision-form.js';
import { readDate } from '../parts/date-parts.js';

export function completionFields(program: Program): Field[] {
  return [
    { type: 'input', name: 'email', label: t.email.label, width: 30, missing: t.email.missing },
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
    { type: 'input', name: 'score', label: t.score.label, inputmode: 'numeric', width: 3 },
    { type: 'date', name: 'date', legend: t.date.legend, hint: t.date.hint },
  ];
}

export const COMPLETION_NAMES = [
  'email',
  'courseId',
  'passed',
  'score',
  'date-month',
  'date-day',
  'date-year',
] as const;

/**
 * Reads the form. A completion entered by hand counts from noon of its day; the form's own id makes a second
 * click the same completion.
 */
export function readCompletion(
  values: Values,
  context: { program: Program; now: Date; sourceId: string },
): { ok: true; input: CompletionInput } | { ok: false; errors: PageError[] } {
  const errors: PageError[] = completionFields(context.program)
    .filter(({ name, missing }) => missing !== undefined && !values[name]?.trim())
    .map(({ name, missing }) => ({ pointer: `/${name}`, message: missing ?? '' }));
  const score = values.score?.trim() ?? '';
  const percent = Number(score);
  if (score !== '' && !(/^\d{1,3}$/.test(score) && percent <= 100)) {
    errors.push({ pointer: '/score', message: t.score.invalid });
  }
  const zone = createZone(context.program.zone);
  const date = readDate(values, 'date');
  if (date === 'empty') errors.push({ pointer: '/date-month', message: t.date.missing });
  else if (date === null || date > zone.dateOf(context.now.toISOString())) {
    errors.push({ pointer: '/date-month', message: t.date.invalid });
  }
  if (errors.length > 0 || date === null || date === 'empty') return { ok: false, errors };
  const [completedAt] = [zone.at(date, '12:00'), context.now.toISOString()].sort();
  const read = completionSchema.safeParse({
    email: values.email,
    courseId: values.courseId,
    passed: values.passed === 'yes',
    score: score === '' ? undefined : percent / 100,
    // Noon of today may still be to come.
    completedAt,
    source: 'staff',
    sourceId: context.sourceId,
  });
  return read.success ? { ok: true, input: read.data } : { ok: false, errors: zodFieldErrors(read.error) };
}

export const newSourceId = (): string => randomUUID();

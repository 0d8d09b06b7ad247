import {
  AUDIENCES,
  MAX_QUESTION,
  type PrecedentTyped,
  precedentSchema,
} from '../../../../domain/precedents/precedent.schema.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import { MAX_TEXT } from '../../../../domain/requests/submission.schema.js';
import { ok } from '../../../../domain/result.js';
import type { Texts } from '../../../text/texts.js';
import type { Read } from '../../../views/page-errors.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';
import { readDate } from '../../kit/date-field.js';
import { type Fields, many, one } from '../../kit/fields.js';
import type { Field } from '../../kit/form.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { Standing } from '../../kit/form-page.js';
import { foundIn, identifiersCheck } from '../../kit/identifiers-check.js';

/** What a precedent consists of. */
export function precedentFields(texts: Texts, program: Program, standing: Standing): Field[] {
  const { fields: t } = texts.staff.desk.precedents;
  const typed = `${one(standing.typed, 'question')}\n\n${one(standing.typed, 'answer')}`;
  return [
    { type: 'words', name: 'question', rows: 3, most: MAX_QUESTION, ...t.question },
    { type: 'words', name: 'answer', rows: 14, most: MAX_TEXT, ...t.answer },
    ...identifiersCheck(standing, foundIn(texts, typed), t.identifiers),
    {
      type: 'radios',
      name: 'kind',
      legend: t.kind.legend,
      missing: t.kind.missing,
      choices: program.kinds.map(({ id, label }) => ({ value: id, text: label })),
    },
    {
      type: 'checkboxes',
      name: 'topics',
      legend: t.topics.legend,
      missing: t.topics.missing,
      choices: program.topics.map(({ id, label }) => ({ value: id, text: label })),
    },
    {
      type: 'radios',
      name: 'audience',
      legend: t.audience.legend,
      missing: t.audience.missing,
      choices: AUDIENCES.map((value) => ({ value, text: t.audience[value] })),
    },
    { type: 'date', name: 'reviewBy', legend: t.reviewBy.legend, hint: t.reviewBy.hint },
  ];
}

/** What was typed, checked; or the errors at its fields. Pure. */
export function readTyped(texts: Texts, fields: Fields): Read<PrecedentTyped> {
  const date = readDate(texts, fields, 'reviewBy', texts.staff.desk.precedents.fields.reviewBy.what);
  const read = precedentSchema.safeParse({
    question: one(fields, 'question'),
    answer: one(fields, 'answer'),
    kind: one(fields, 'kind'),
    topics: many(fields, 'topics'),
    audience: one(fields, 'audience'),
    reviewBy: date.ok ? date.date : '2000-01-01',
    identifiersChecked: one(fields, 'identifiersChecked') === 'yes',
  });
  const errors = [...(read.success ? [] : zodFieldErrors(read.error)), ...(date.ok ? [] : date.errors)];
  return read.success && date.ok ? ok(read.data) : wrongFields(errors);
}

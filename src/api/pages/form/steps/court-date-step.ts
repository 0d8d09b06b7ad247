import { ok } from '../../../../domain/result.js';
import { DATE_RANGES, outsideOf } from '../../../../domain/time/date-range.js';
import { courtDateProblem } from '../../../../domain/time/second-clock.js';
import { paths } from '../../../paths.js';
import type { Texts } from '../../../text/texts.js';
import { dateFields, datePartsOf, noDateTyped, readDate, typedDate } from '../../kit/date-field.js';
import { one } from '../../kit/fields.js';
import { wrongFields } from '../../kit/form-errors.js';
import type { Draft } from '../draft.js';
import type { FormStep } from '../step.js';

const words = ({ requester }: Texts) => requester.form.courtDate;
const EXAMPLE_DAYS_AHEAD = 20;

export const courtDateStep: FormStep = {
  id: 'courtDate',
  title: (texts) => words(texts).title,
  answered: ({ courtDate }) => courtDate !== undefined,
  fields({ calendar, now, texts }) {
    const text = words(texts);
    const example = typedDate(calendar.addBusinessDays(calendar.dateOf(now), EXAMPLE_DAYS_AHEAD));
    return [
      {
        type: 'radios',
        name: 'deadlineKind',
        legend: text.title,
        size: 'heading',
        hint: text.hint,
        choices: (['none', 'court', 'filing'] as const).map((kind) => ({ value: kind, text: text[kind] })),
        missing: text.error,
      },
      { type: 'date', name: 'deadline', legend: text.date, hint: text.example(example) },
      { type: 'told', from: paths.form.courtDateAim, names: ['deadlineKind', ...datePartsOf('deadline')] },
    ];
  },
  initial({ courtDate }) {
    if (!courtDate) return {};
    return courtDate.has
      ? { deadlineKind: courtDate.kind, ...dateFields('deadline', courtDate.date) }
      : { deadlineKind: 'none' };
  },
  read(fields, { draft, calendar, now, program, texts }) {
    const text = words(texts);
    const kind = one(fields, 'deadlineKind');
    const wrong = (pointer: string, message: string) => wrongFields([{ pointer, message }]);
    if (kind === 'none') {
      // Of a date and a No, one is a slip, and a missed date would be worse than a second look.
      if (!noDateTyped(fields, 'deadline')) return wrong('/deadlineKind', text.both);
      return ok({ draft: { ...draft, courtDate: { has: false } } });
    }
    if (kind !== 'court' && kind !== 'filing') return wrong('/deadlineKind', text.error);
    const read = readDate(texts, fields, 'deadline', text.what);
    if (!read.ok) return wrongFields(read.errors);
    const slip = outsideOf(DATE_RANGES.courtOrFiling(calendar.dateOf(now)), read.date);
    if (slip && read.date > calendar.dateOf(now)) return wrong('/deadline-year', text.tooFar);
    const problem = courtDateProblem({
      calendar,
      courtDate: read.date,
      at: now,
      minimumBusinessDays: program.clock.courtDeadline.tooSoonBusinessDays,
    });
    if (problem === 'past') return wrong('/deadline-month', text.past);
    const answered: Draft = { ...draft, courtDate: { has: true, kind, date: read.date } };
    return ok({ draft: answered, ...(problem === 'too-soon' ? { goTo: paths.form.courtDateSoon } : {}) });
  },
  section: 'request',
  rows({ dates, requester: { form } }, { courtDate }) {
    if (!courtDate?.has) return [['courtDate', courtDate && form.check.noCourtDate]];
    return [['courtDate', form.check.courtDate(dates.date(courtDate.date), courtDate.kind)]];
  },
  sends: ({ courtDate }) => ({
    courtOrFilingDeadline: courtDate?.has ? { kind: courtDate.kind, date: courtDate.date } : undefined,
  }),
  taken: ({ courtOrFilingDeadline: court }) => ({
    courtDate: court ? { has: true, ...court } : { has: false },
  }),
  pointers: ['/courtOrFilingDeadline'],
};

import { DATE_RANGES, outsideOf } from '../../../../domain/time/date-range.js';
import { courtDateProblem } from '../../../../domain/time/second-clock.js';
import { paths } from '../../../paths.js';
import { formText } from '../../../text/form.js';
import { dateFields, readDateInput, typedDate } from '../../kit/date-field.js';
import { one } from '../../kit/fields.js';
import type { Draft } from '../draft.js';
import type { FormStep } from '../step.js';

const text = formText.deadline;
const EXAMPLE_DAYS_AHEAD = 20;

export const deadlineStep: FormStep = {
  id: 'deadline',
  template: 'pages/form/deadline.njk',
  title: text.title,
  fields({ deadline }) {
    if (!deadline) return {};
    return deadline.has
      ? { deadlineKind: deadline.kind, ...dateFields('deadline', deadline.date) }
      : { deadlineKind: 'none' };
  },
  view: (fields, { calendar, now }) => ({
    items: (['none', 'court', 'filing'] as const).map((kind) => ({
      value: kind,
      text: text[kind],
      checked: one(fields, 'deadlineKind') === kind,
    })),
    example: text.example(typedDate(calendar.addBusinessDays(calendar.dateOf(now), EXAMPLE_DAYS_AHEAD))),
  }),
  read(fields, { draft, calendar, now, program }) {
    const kind = one(fields, 'deadlineKind');
    if (kind === 'none') {
      // Of a date and a No, one is a slip, and a missed date would be worse than a second look.
      const typed = ['month', 'day', 'year'].some((part) => one(fields, `deadline-${part}`).trim() !== '');
      if (typed) return { ok: false, errors: [{ pointer: '/deadlineKind', message: text.both }] };
      return { ok: true, draft: { ...draft, deadline: { has: false } } };
    }
    if (kind !== 'court' && kind !== 'filing') {
      return { ok: false, errors: [{ pointer: '/deadlineKind', message: text.error }] };
    }
    const read = readDateInput(fields, 'deadline', text.what);
    if (!read.ok) return read;
    const slip = outsideOf(DATE_RANGES.courtOrFiling(calendar.dateOf(now)), read.date);
    if (slip && read.date > calendar.dateOf(now)) {
      return { ok: false, errors: [{ pointer: '/deadline-year', message: text.tooFar }] };
    }
    const problem = courtDateProblem({
      calendar,
      courtDate: read.date,
      at: now,
      minimumBusinessDays: program.clock.courtDeadline.tooSoonBusinessDays,
    });
    if (problem === 'past')
      return { ok: false, errors: [{ pointer: '/deadline-month', message: text.past }] };
    const answered: Draft = { ...draft, deadline: { has: true, kind, date: read.date } };
    return problem === 'too-soon'
      ? { ok: true, draft: answered, goTo: paths.form.deadlineSoon }
      : { ok: true, draft: answered };
  },
};

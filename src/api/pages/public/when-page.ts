import type { RequestHandler } from 'express';
import type { Program } from '../../../domain/program/program.schema.js';
import { addDays } from '../../../domain/time/add-days.js';
import type { BusinessCalendar } from '../../../domain/time/calendar.js';
import { whenWouldIHear } from '../../../domain/time/deadline-preview.js';
import type { Instant, IsoDate } from '../../../domain/time/instant.js';
import type { AppDeps } from '../../app-deps.js';
import type { Texts } from '../../text/texts.js';
import { NO_ERRORS, type PageError, pageErrors } from '../../views/page-errors.js';
import { dateFields, readDate, typedDate } from '../kit/date-field.js';
import { fieldView } from '../kit/field-view.js';
import { type Fields, fieldsOf, one } from '../kit/fields.js';
import type { Field } from '../kit/form.js';
import { calendarOfToday, nowOf } from '../parts/page-deps.js';
import { ledgerRows } from '../requester/ledger-view.js';

const FURTHEST_DAYS = 730;
const MINUTE_MS = 60_000;

/** Anybody may ask when an answer would be due. A GET form: the answer can be kept as a link. */
export function whenPage(deps: AppDeps): RequestHandler {
  return async (req, res) => {
    const { texts } = req;
    const text = texts.public.when;
    const { program } = deps.services.programs.current();
    const calendar = await calendarOfToday(deps);
    const now = nowOf(deps);
    const asked = Object.keys(req.query).length > 0;
    const fields = asked ? { time: 'before', ...fieldsOf(req.query) } : nowFields(calendar, now);
    const read = readSending(texts, fields, calendar, now);
    const answer = read.ok
      ? whenWouldIHear({
          calendar,
          receivedAt: read.receivedAt,
          businessDays: program.clock.promiseBusinessDays,
        })
      : null;
    const errors = read.ok ? NO_ERRORS : pageErrors(texts, read.errors);
    res.status(read.ok ? 200 : 422).render('pages/public/when.njk', {
      section: 'when',
      title: text.title,
      text,
      ledgerText: texts.requester.request.clock,
      errors,
      fields: questions(texts, program, calendar.dateOf(now)).map((field) =>
        fieldView(field, { texts, typed: fields, errors }),
      ),
      answer: answer && {
        due: texts.dates.pair(answer.dueAt, program.zone),
        rows: ledgerRows(texts, answer.days),
      },
    });
  };
}

/** Only whether it comes by closing time matters, so only that is asked. */
export function readSending(
  texts: Texts,
  fields: Fields,
  calendar: BusinessCalendar,
  now: Instant,
): { ok: true; receivedAt: Instant } | { ok: false; errors: PageError[] } {
  const text = texts.public.when;
  const read = readDate(texts, fields, 'sent', text.what);
  if (!read.ok) return read;
  const today = calendar.dateOf(now);
  if (read.date < addDays(today, -FURTHEST_DAYS) || read.date > addDays(today, FURTHEST_DAYS)) {
    return { ok: false, errors: [{ pointer: '/sent-year', message: text.tooFar }] };
  }
  const closes = calendar.closes(read.date);
  const later = new Date(Date.parse(closes) + MINUTE_MS).toISOString();
  return { ok: true, receivedAt: one(fields, 'time') === 'after' ? later : closes };
}

function nowFields(calendar: BusinessCalendar, now: Instant): Fields {
  const today = calendar.dateOf(now);
  return { ...dateFields('sent', today), time: now > calendar.closes(today) ? 'after' : 'before' };
}

function questions(texts: Texts, { officeHours, zone }: Program, today: IsoDate): Field[] {
  const text = texts.public.when;
  const closes = texts.dates.clockTime(officeHours.closes, zone);
  return [
    { type: 'date', name: 'sent', legend: text.date, hint: text.example(typedDate(today)) },
    {
      type: 'radios',
      name: 'time',
      legend: text.time,
      inline: true,
      choices: [
        { value: 'before', text: text.before(closes) },
        { value: 'after', text: text.after(closes) },
      ],
    },
  ];
}

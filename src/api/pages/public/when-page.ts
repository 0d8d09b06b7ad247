import type { RequestHandler } from 'express';
import type { Program } from '../../../domain/program/program.schema.js';
import { addDays } from '../../../domain/time/add-days.js';
import type { BusinessCalendar } from '../../../domain/time/calendar.js';
import { whenWouldIHear } from '../../../domain/time/deadline-preview.js';
import { formatPair } from '../../../domain/time/format.js';
import type { Instant, IsoDate } from '../../../domain/time/instant.js';
import type { AppDeps } from '../../app-deps.js';
import { whenText } from '../../text/en/pages/public.js';
import { requestText } from '../../text/en/pages/requester/request.js';
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
    const { program } = deps.services.programs.current();
    const calendar = await calendarOfToday(deps);
    const now = nowOf(deps);
    const asked = Object.keys(req.query).length > 0;
    const fields = asked ? { time: 'before', ...fieldsOf(req.query) } : nowFields(calendar, now);
    const read = readSending(fields, calendar, now);
    const answer = read.ok
      ? whenWouldIHear({
          calendar,
          receivedAt: read.receivedAt,
          businessDays: program.clock.promiseBusinessDays,
        })
      : null;
    const errors = read.ok ? NO_ERRORS : pageErrors(req.texts, read.errors);
    res.status(read.ok ? 200 : 422).render('pages/public/when.njk', {
      section: 'when',
      title: whenText.title,
      text: whenText,
      ledgerText: requestText.clock,
      errors,
      fields: questions(program, calendar.dateOf(now)).map((field) =>
        fieldView(field, { typed: fields, errors }),
      ),
      answer: answer && {
        due: formatPair(answer.dueAt, program.zone),
        rows: ledgerRows(req.texts, answer.days),
      },
    });
  };
}

/** Only whether it comes by closing time matters, so only that is asked. */
export function readSending(
  fields: Fields,
  calendar: BusinessCalendar,
  now: Instant,
): { ok: true; receivedAt: Instant } | { ok: false; errors: PageError[] } {
  const read = readDate(fields, 'sent', whenText.what);
  if (!read.ok) return read;
  const today = calendar.dateOf(now);
  if (read.date < addDays(today, -FURTHEST_DAYS) || read.date > addDays(today, FURTHEST_DAYS)) {
    return { ok: false, errors: [{ pointer: '/sent-year', message: whenText.tooFar }] };
  }
  const closes = calendar.closes(read.date);
  const later = new Date(Date.parse(closes) + MINUTE_MS).toISOString();
  return { ok: true, receivedAt: one(fields, 'time') === 'after' ? later : closes };
}

function nowFields(calendar: BusinessCalendar, now: Instant): Fields {
  const today = calendar.dateOf(now);
  return { ...dateFields('sent', today), time: now > calendar.closes(today) ? 'after' : 'before' };
}

function questions(program: Program, today: IsoDate): Field[] {
  const closes = closingWords(program);
  return [
    { type: 'date', name: 'sent', legend: whenText.date, hint: whenText.example(typedDate(today)) },
    {
      type: 'radios',
      name: 'time',
      legend: whenText.time,
      inline: true,
      choices: [
        { value: 'before', text: whenText.before(closes) },
        { value: 'after', text: whenText.after(closes) },
      ],
    },
  ];
}

/** `5:00 PM PT` */
function closingWords({ officeHours, zone }: Program): string {
  const [hour = 0, minute = 0] = officeHours.closes.split(':').map(Number);
  const time = `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'shortGeneric',
  }).formatToParts(0);
  return `${time} ${parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone}`;
}

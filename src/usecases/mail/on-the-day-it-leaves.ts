import { isMailKind, MAIL, type MailSheet } from '../../domain/mail/kinds.js';
import type { MailSubject } from '../../domain/mail/overtaken.js';
import type { Told } from '../../domain/mail/told-times.js';
import { distanceTo } from '../../domain/requests/distance.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { MailData } from '../../emails/mail-data.js';
import type { RecordServices } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { MAIL_FACTS } from './mail-facts.js';
import type { MessageRow } from './message-row.js';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
type Needs = Pick<RecordServices, 'db' | 'programs' | 'appUrl'>;

/** The mail server may have been away for days: distances, days and times are those of the day the mail leaves. */
export async function onTheDayItLeaves(
  services: Needs,
  { kind, aboutId }: Pick<MessageRow, 'kind' | 'aboutId'>,
  written: MailData,
  at: string,
): Promise<MailData> {
  if (!isMailKind(kind)) return written;
  const sheet = MAIL[kind] as MailSheet;
  if (!sheet.tells && !sheet.counts) return written;
  const calendar = await loadCalendar(services.db, services);
  const data = { ...written, ...(await timesNow(services, sheet, aboutId, calendar, written, at)) };
  return sheet.counts ? { ...data, ...farOff(calendar, data.dueOn, at) } : data;
}

/** Without a date there is nothing to count to. */
function farOff(
  calendar: BusinessCalendar,
  date: string | undefined,
  at: string,
): Pick<MailData, 'when' | 'businessDays'> {
  if (date === undefined) return { when: undefined, businessDays: undefined };
  return ISO_DATE.test(date) ? distanceTo(calendar, date, at) : {};
}

async function timesNow<S extends MailSubject>(
  services: Needs,
  { about, tells }: MailSheet<S>,
  id: string | null,
  calendar: BusinessCalendar,
  told: MailData,
  at: string,
): Promise<Told> {
  const facts = tells && id !== null ? await MAIL_FACTS[about](services, id, new Date(at)) : null;
  return facts && tells
    ? tells(facts, { told, now: at, today: calendar.dateOf(at), dayOf: calendar.dateOf })
    : {};
}

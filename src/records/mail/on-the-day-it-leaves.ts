import type { RecordServices } from '../../activities/ports.js';
import { isMailKind, MAIL, type MailSheet } from '../../domain/mail/kinds.js';
import type { MailSubject } from '../../domain/mail/overtaken.js';
import type { ToldTimes } from '../../domain/mail/told-times.js';
import { distanceTo } from '../../domain/requests/distance.js';
import type { BusinessCalendar } from '../../domain/time/calendar.js';
import type { MailData } from '../../emails/mail-data.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { MAIL_FACTS } from './mail-facts.js';
import type { MessageRow } from './message-row.js';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Mails that say how far off their date is. */
const COUNTED = new Set([
  'assigned',
  'unassigned-reminder',
  'draft-returned',
  'information-answered',
  'deadline-warning',
  'due-reminder',
]);

type Needs = Pick<RecordServices, 'db' | 'programs'>;

/** The mail server may have been away for days: distances, days and times are those of the day the mail leaves. */
export async function onTheDayItLeaves(
  services: Needs,
  { kind, aboutId }: Pick<MessageRow, 'kind' | 'aboutId'>,
  written: MailData,
  at: string,
): Promise<MailData> {
  if (!isMailKind(kind) || !((MAIL[kind] as MailSheet).tells || COUNTED.has(kind))) return written;
  const calendar = await loadCalendar(services.db, services);
  const data = {
    ...written,
    ...(await timesNow(services, MAIL[kind] as MailSheet, aboutId, calendar, written, at)),
  };
  return COUNTED.has(kind) && data.dueOn && ISO_DATE.test(data.dueOn)
    ? { ...data, ...distanceTo(calendar, data.dueOn, at) }
    : data;
}

async function timesNow<S extends MailSubject>(
  { db }: Needs,
  { about, tells }: MailSheet<S>,
  id: string | null,
  calendar: BusinessCalendar,
  told: MailData,
  at: string,
): Promise<ToldTimes> {
  const facts = tells && id !== null ? await MAIL_FACTS[about](db, id, new Date(at)) : null;
  return facts && tells
    ? tells(facts, { told, now: at, today: calendar.dateOf(at), dayOf: calendar.dateOf })
    : {};
}

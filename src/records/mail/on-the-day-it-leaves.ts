import type { RecordServices } from '../../activities/ports.js';
import { distanceTo } from '../../domain/requests/distance.js';
import type { MailData } from '../../emails/mail-data.js';
import { loadCalendar } from '../calendar/load-calendar.js';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Mails that say how far off their date is. */
const COUNTED = new Set(['deadline-warning', 'due-reminder']);

/** The mail server may have been away for days: the distance is the one on the day the mail leaves. */
export async function onTheDayItLeaves(
  services: Pick<RecordServices, 'db' | 'programs'>,
  kind: string,
  data: MailData,
  at: string,
): Promise<MailData> {
  if (!COUNTED.has(kind) || !data.dueOn || !ISO_DATE.test(data.dueOn)) return data;
  return { ...data, ...distanceTo(await loadCalendar(services.db, services), data.dueOn, at) };
}

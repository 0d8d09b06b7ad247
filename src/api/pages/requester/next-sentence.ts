import type { Program } from '../../../domain/program/program.schema.js';
import type { RequestView } from '../../../domain/requests/view.schema.js';
import { whatsNext } from '../../../domain/requests/whats-next.js';
import type { BusinessCalendar } from '../../../domain/time/calendar.js';
import { nextBusinessDayAfter } from '../../../domain/time/calendar-days.js';
import { formatDate, formatPair } from '../../../domain/time/format.js';
import type { Instant } from '../../../domain/time/instant.js';
import { NEXT_SENTENCES } from '../../text/whats-next.js';
import { courseTitles } from '../form/steps/document-step.js';

export interface NextContext {
  program: Program;
  calendar: BusinessCalendar;
  now: Instant;
  /** When the wait for courses or for an answer began; null when there is none. */
  waitingSince: Instant | null;
}

/** The sentence that says what happens next and when. Pure. */
export function nextSentence(
  view: RequestView,
  { program, calendar, now, waitingSince }: NextContext,
): string {
  const next = whatsNext(view, now);
  const when = (instant: Instant | null) => (instant === null ? null : formatPair(instant, program.zone));
  const lapseDays =
    next.code === 'pass-courses' ? program.prerequisites.lapseDays : program.clock.information.lapseDays;
  const lapsesAt =
    waitingSince && nextBusinessDayAfter({ calendar, from: waitingSince, calendarDays: lapseDays });
  const estimateDays = program.clock.delayEstimateBusinessDays * view.escalationLevel;
  const early =
    view.targetAt !== null && view.dueAt !== null && view.targetAt < view.dueAt && view.targetAt > now;
  return NEXT_SENTENCES[next.code]({
    courses: courseTitles(program, next.courses ?? []),
    due: when(view.dueAt),
    target: early ? when(view.targetAt) : null,
    estimate:
      view.dueAt && estimateDays > 0
        ? formatDate(calendar.addBusinessDays(calendar.dateOf(view.dueAt), estimateDays))
        : null,
    lapses: lapsesAt ? formatDate(calendar.dateOf(lapsesAt)) : null,
    supervisor: view.supervisor?.name ?? 'your supervisor',
    supervisorRefused: view.supervisor?.status === 'refused',
    status: view.status,
  });
}

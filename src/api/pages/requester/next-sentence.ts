import type { Program } from '../../../domain/program/program.schema.js';
import { lapseDate } from '../../../domain/requests/due/waits.js';
import type { RequestView } from '../../../domain/requests/view.schema.js';
import { whatsNext } from '../../../domain/requests/whats-next.js';
import type { BusinessCalendar } from '../../../domain/time/calendar.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { GoesOnAs } from '../../text/next-words.js';
import type { Texts } from '../../text/texts.js';
import { courseTitles } from '../form/steps/document-step.js';

export interface NextContext {
  texts: Texts;
  program: Program;
  calendar: BusinessCalendar;
  now: Instant;
  /** When the wait for courses or for an answer began; null when there is none. */
  waitingSince: Instant | null;
  /** The requester reads it, not their supervisor. */
  own: boolean;
  /** The request that goes on for one that was merged. */
  goesOnAs?: GoesOnAs | null;
}

/** The court or filing date where it binds, with the day we aim for unless that is past. */
export function courtFirst(
  { answerBy, courtOrFilingDeadline: court }: RequestView,
  { texts, calendar, now }: Pick<NextContext, 'texts' | 'calendar' | 'now'>,
): { name: string; date: string; aim: string | null } | null {
  if (!answerBy || answerBy.because === 'promise' || !court) return null;
  return {
    name: texts.requester.request.courtName(answerBy.because),
    date: texts.dates.date(court.date),
    aim: answerBy.at >= now ? texts.dates.date(calendar.dateOf(answerBy.at)) : null,
  };
}

/** The sentence that says what happens next and when. Pure. */
export function nextSentence(
  view: RequestView,
  { texts, program, calendar, now, waitingSince, own, goesOnAs = null }: NextContext,
): string {
  const next = whatsNext(view, now);
  const { date, pair } = texts.dates;
  const lapses = lapseDate({ status: view.status, waitingSince }, { calendar, program });
  const estimateDays = program.clock.delayEstimateBusinessDays * view.escalationLevel;
  const sentences = texts.requester[own ? 'whatsNext' : 'whatsNextForSupervisor'];
  return sentences[next.code]({
    courses: courseTitles(texts, program, next.courses ?? []),
    courseCount: next.courses?.length ?? 0,
    due: view.dueAt && pair(view.dueAt, program.zone),
    late: view.dueAt !== null && view.dueAt < now,
    court: courtFirst(view, { texts, calendar, now }),
    estimate:
      view.dueAt && estimateDays > 0
        ? date(calendar.addBusinessDays(calendar.dateOf(view.dueAt), estimateDays))
        : null,
    lapses: lapses && date(lapses),
    followUpUntil: view.followUpUntil && pair(view.followUpUntil, program.zone),
    followUpDue: view.followUp && pair(view.followUp.dueAt, program.zone),
    followUpLate: view.followUp?.status === 'open' && view.followUp.dueAt < now,
    followUpAnswered: view.followUp?.status === 'answered',
    closes: view.status === 'responded' && view.closesOn ? date(view.closesOn) : null,
    supervisor: view.supervisor?.name ?? texts.requester.request.unnamedSupervisor,
    supervisorAwaited: view.waitingFor.includes('supervisor-confirmation'),
    supervisorRefused: view.supervisor?.status === 'refused',
    status: view.status,
    goesOnAs,
  });
}

import { courseOf } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { foresee } from '../../../domain/requests/foresee.js';
import { intake } from '../../../domain/requests/intake.js';
import type { Submission } from '../../../domain/requests/submission.schema.js';
import { waitingOf } from '../../../domain/requests/unconfirmed-submission.js';
import type { BusinessCalendar } from '../../../domain/time/calendar.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { Texts } from '../../text/texts.js';
import { courseTitles } from './steps/document-step.js';

export interface Outcome {
  sentences: string[];
  /** Courses still to pass. */
  courses: { title: string; url: string | null }[];
}

/**
 * What sending this form now will do, in the program's own numbers: by when there is an answer, or what is waited for.
 * `passed` null: whoever asks is not known yet, and may have passed them all. Null: it would be refused.
 */
export function outcomeOf(
  submission: Submission,
  {
    texts,
    program,
    calendar,
    now,
    passed,
    confirms,
    lacksFile = false,
  }: {
    texts: Texts;
    program: Program;
    calendar: BusinessCalendar;
    now: Instant;
    passed: readonly string[] | null;
    /** Its address is to be proved first. */
    confirms: boolean;
    /** The document to be reviewed is not there yet. */
    lacksFile?: boolean;
  },
): Outcome | null {
  const taken = intake(submission, program, passed ?? []);
  if (!taken.ok) return null;
  const { missing } = taken.value;
  const text = texts.requester.form.outcome;
  const { date, pair } = texts.dates;
  const court = submission.courtOrFilingDeadline ?? null;
  const seen = foresee({ program, calendar, now, courtDate: court?.date ?? null, missing });
  const due = pair(seen.dueAt, program.zone);
  const days = program.clock.promiseBusinessDays;
  const named = court &&
    seen.courtAimAt && { name: texts.requester.request.courtName(court.kind), on: date(court.date) };
  const aim = seen.courtAimAt && seen.courtAimAt >= now ? date(calendar.dateOf(seen.courtAimAt)) : null;
  const courses = courseTitles(texts, program, missing);
  const lapses = seen.lapsesOn && date(seen.lapsesOn);
  const sentences = [
    confirms &&
      text.confirm(
        submission.requester.email,
        date(calendar.dateOf(waitingOf(new Date(now), program.clock).expiresAt)),
      ),
    ...(lapses
      ? [
          text.waits({ courses, days, lapses, isKnown: passed !== null }),
          named && text.ownDate(named.name, named.on, aim),
          text.ifPassed(due, passed !== null),
        ]
      : [named ? text.court({ ...named, aim, due, days }) : text.promise(due, days)]),
    taken.value.supervisorNeeded &&
      submission.supervisor &&
      text.supervisor(
        submission.supervisor.name,
        texts.listed(program.clock.supervisorReminderBusinessDays.map(String)),
      ),
    lacksFile && text.lacksFile(program.clock.information.lapseDays),
  ].filter((one) => typeof one === 'string');
  return {
    sentences,
    courses: missing.map((id) => {
      const course = courseOf(program, id);
      return { title: course?.title ?? id, url: course?.url ?? null };
    }),
  };
}

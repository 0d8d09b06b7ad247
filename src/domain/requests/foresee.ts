import type { Program } from '../program/program.schema.js';
import type { BusinessCalendar } from '../time/calendar.js';
import type { Instant, IsoDate } from '../time/instant.js';
import { lapseDate } from './due/waits.js';
import { openEpisode } from './opening.js';

/** What sending a request now would come to. */
export interface Foreseen {
  /** When the answer is promised, the courses passed. */
  dueAt: Instant;
  /** When we aim to answer because of the court or filing date; null: it moves nothing. */
  courtAimAt: Instant | null;
  /** The day on which the wait for courses would end by itself; null: nothing is waited for. */
  lapsesOn: IsoDate | null;
}

/** The very opening that acceptance would make, before anything is sent or stored. Pure. */
export function foresee(input: {
  program: Program;
  calendar: BusinessCalendar;
  now: Instant;
  courtDate: IsoDate | null;
  /** Courses that are still to pass. */
  missing: string[];
}): Foreseen {
  const { program, calendar, now, courtDate, missing } = input;
  const open = (missing: string[]) =>
    openEpisode({
      requestId: '',
      episode: 1,
      program,
      calendar,
      missing,
      supervisor: 'not-needed',
      receivedAt: now,
      at: now,
      courtDate,
      urgentOverride: null,
      actor: 'public',
      onBehalfOf: null,
      type: 'received',
      imported: false,
      commandId: null,
    });
  const { dueAt } = open([]).plan.reading;
  if (dueAt === null) throw new Error('a clock that runs has no end');
  const { state, plan } = open(missing);
  return {
    dueAt,
    courtAimAt: plan.targetIsCourt ? plan.targetAt : null,
    lapsesOn: lapseDate(state, { calendar, program }),
  };
}

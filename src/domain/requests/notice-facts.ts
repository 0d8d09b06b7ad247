import type { Program } from '../program/program.schema.js';
import type { BusinessCalendar } from '../time/calendar.js';
import type { Instant, IsoDate } from '../time/instant.js';
import { besideThePromise, besideTheWait } from './court-first.js';
import { distanceTo } from './distance.js';
import { lapseDate } from './due/waits.js';
import type { Notice, Recipient } from './notice.js';
import type { RequestPlan } from './plan-request.js';
import type { RequestEvent, RequestState } from './state.js';

export interface NoticeInput {
  event: RequestEvent;
  /** State after the event. */
  state: RequestState;
  plan: RequestPlan;
  /** Due date as it was told before the event. */
  previousDueAt: string | null;
  calendar: BusinessCalendar;
  program: Program;
  courtDate: IsoDate | null;
  /** As it stood before the event. */
  previousCourtDate?: IsoDate | null;
  /** When the mail leaves: later than the event where a form was confirmed late, or nothing ran for a while. */
  at: Instant;
}

/** What mails about an event tell, as it stands after the event. */
export interface NoticeFacts extends NoticeInput {
  /** The promise, and what binds before it. */
  dates: Partial<Notice>;
  /** The same to staff, who hear how far off it is, or that it is past. */
  counted: Partial<Notice>;
  /** The court or filing date, and how far off that is. */
  ownDate: Partial<Notice>;
  /** When the wait ends by itself. */
  wait: Partial<Notice>;
  /** A supervisor who has confirmed reads the request, and hears how it ends. */
  cc: Recipient[];
  /** Of whoever was named as supervisor, while they have yet to confirm. */
  askSupervisor: Notice[];
  supervisorAsked: boolean;
}

export function noticeFacts(input: NoticeInput): NoticeFacts {
  const { state, plan, calendar } = input;
  const dueOn = plan.reading.dueAt ? calendar.dateOf(plan.reading.dueAt) : undefined;
  const dates = { dueOn, ...boundBy(input) };
  const supervisorAsked = state.supervisor === 'unconfirmed';
  return {
    ...input,
    dates,
    counted: { ...dates, ...onDay(input, dueOn) },
    ownDate: onDay(input, input.courtDate ?? undefined),
    wait: waitEnds(input),
    cc: state.supervisor === 'confirmed' ? ['supervisor'] : [],
    askSupervisor: supervisorAsked
      ? [{ kind: 'supervisor-confirmation', to: ['supervisor'], link: 'supervisor' }]
      : [],
    supervisorAsked,
  };
}

function boundBy({ plan, calendar, courtDate, at }: NoticeInput): Partial<Notice> {
  return besideThePromise(
    { courtDate, targetAt: plan.targetAt, first: plan.targetIsCourt },
    { now: at, today: calendar.dateOf(at), dayOf: calendar.dateOf },
  );
}

function onDay({ calendar, at }: NoticeInput, date: IsoDate | undefined): Partial<Notice> {
  return date ? { dueOn: date, ...distanceTo(calendar, date, at) } : {};
}

/** When the wait ends by itself, and the court or filing date that doesn't wait so long. */
function waitEnds(input: NoticeInput): Partial<Notice> {
  const { state, calendar, courtDate, at } = input;
  const lapseOn = lapseDate(state, input) ?? undefined;
  return {
    lapseOn,
    ...anotherNeeded(state),
    ...besideTheWait({ courtDate, lapseOn }, { today: calendar.dateOf(at) }),
  };
}

/** The supervisor said no. */
export function anotherNeeded({ supervisor }: RequestState): Partial<Notice> {
  return supervisor === 'refused' ? { supervisorMissing: true } : {};
}

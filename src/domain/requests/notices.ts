import type { MailKindAbout } from '../mail/kinds.js';
import type { Program } from '../program/program.schema.js';
import type { BusinessCalendar } from '../time/calendar.js';
import { nextBusinessDayAfter } from '../time/calendar-days.js';
import type { Instant, IsoDate } from '../time/instant.js';
import { besideThePromise, besideTheWait } from './court-first.js';
import { type Distance, distanceTo } from './distance.js';
import type { RequestPlan } from './plan-request.js';
import type { RequestEvent, RequestState } from './state.js';
import { isWaiting } from './statuses.js';

/** Who a notice goes to; addresses are looked up when it is written to the ledger. */
export type Recipient = 'requester' | 'supervisor' | 'assignee' | 'coordinators' | 'directors';

export type NoticeKind = MailKindAbout<'request'>;

/** A mail an event calls for. Neutral facts only: dates, courses, numbers. */
export interface Notice {
  kind: NoticeKind;
  to: Recipient[];
  cc?: Recipient[];
  /** Where the button leads. */
  link: 'request' | 'staff' | 'supervisor' | 'response';
  dueOn?: IsoDate;
  /** The earlier day we aim for because of a court or filing date; absent when that day is past already. */
  targetOn?: IsoDate;
  /** The court or filing date itself, where it is ahead and comes before the promise. */
  courtOn?: IsoDate;
  estimateOn?: IsoDate;
  courses?: string[];
  businessDays?: number;
  /** How far off `dueOn` is on the day it leaves. */
  when?: Distance['when'];
  /** Last day before a waiting request lapses. */
  lapseOn?: IsoDate;
  /** A supervisor was named and has yet to confirm: the mail says who. */
  supervisorAsked?: boolean;
  /** A court or filing date that staff changed: what it was, and what it is. */
  wasOn?: IsoDate;
  isOn?: IsoDate;
}

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

/** The mails an event calls for, from one table (program.md §1). Pure. */
export function noticesFor(input: NoticeInput): Notice[] {
  const { event, state, plan, calendar, program } = input;
  const dueOn = plan.reading.dueAt ? calendar.dateOf(plan.reading.dueAt) : undefined;
  const dates = { dueOn, ...boundBy(input) };
  /** Staff hear how far off it is, or that it is past. */
  const counted = { ...dates, ...farOff(input, dueOn) };
  const requester = (kind: NoticeKind, more: Partial<Notice> = {}): Notice => ({
    kind,
    to: ['requester'],
    link: 'request',
    ...more,
  });
  const staff = (kind: NoticeKind, to: Recipient[], more: Partial<Notice> = {}): Notice => ({
    kind,
    to,
    link: 'staff',
    ...more,
  });
  const askSupervisor: Notice[] =
    state.supervisor === 'unconfirmed'
      ? [{ kind: 'supervisor-confirmation', to: ['supervisor'], link: 'supervisor' }]
      : [];
  const courses = state.missing;
  const wait = waitEnds(input);
  /** A supervisor who has confirmed reads the request, and hears how it ends. */
  const cc: Recipient[] = state.supervisor === 'confirmed' ? ['supervisor'] : [];
  const supervisorAsked = askSupervisor.length > 0;

  switch (event.type) {
    case 'received':
      // The past is not written about; but nobody answers before the supervisor has confirmed.
      if (event.data.imported) return askSupervisor;
      return [
        requester('request-received', {
          ...dates,
          supervisorAsked,
          ...(courses.length > 0 ? { courses } : {}),
        }),
        ...(courses.length > 0 ? [requester('prerequisites-needed', { courses, ...wait })] : []),
        ...askSupervisor,
      ];
    case 'reopened':
      // The one that ended the episode before says nothing.
      if (state.seq > 0) return [];
      return [
        requester('reopened', { ...dates, cc, supervisorAsked }),
        ...(state.assigneeId ? [staff('assigned', ['assignee'], counted)] : []),
        ...askSupervisor,
      ];
    case 'prerequisites-reminded':
      return [requester('prerequisites-reminder', { courses, ...wait })];
    case 'clock-started':
      return [requester('clock-started', dates)];
    case 'reclassified':
      return state.status === 'awaiting-prerequisites'
        ? [requester('prerequisites-needed', { courses, ...wait })]
        : [];
    case 'assigned':
      return [staff('assigned', ['assignee'], counted)];
    case 'information-requested':
      return [requester('information-requested', wait)];
    case 'supervisor-refused':
      return [requester('information-requested', wait)];
    case 'information-reminded':
      return [requester('information-reminder', wait)];
    case 'information-answered':
      return [
        ...(state.assigneeId ? [staff('information-answered', ['assignee'], counted)] : []),
        ...(event.data.newSupervisor ? askSupervisor : []),
      ];
    case 'response-returned':
      return state.assigneeId && event.actor !== `user:${state.assigneeId}`
        ? [staff('draft-returned', ['assignee'], counted)]
        : [];
    case 'unassigned-reminded':
      return [staff('unassigned-reminder', ['coordinators'], counted)];
    case 'due-reminded':
      return [staff('due-reminder', ['assignee'], counted)];
    case 'escalated':
      return [
        staff('escalation', state.assigneeId ? ['directors', 'assignee'] : ['directors'], { dueOn }),
        requester('delay-notice', { estimateOn: newEstimate(input), supervisorAsked }),
      ];
    case 'deadline-warned':
      return [
        staff('deadline-warning', state.assigneeId ? ['assignee', 'coordinators'] : ['coordinators'], {
          dueOn: input.courtDate ?? undefined,
          ...farOff(input, input.courtDate ?? undefined),
        }),
        ...(isWaiting(state.status)
          ? [
              requester('deadline-warning', {
                dueOn: input.courtDate ?? undefined,
                ...farOff(input, input.courtDate ?? undefined),
              }),
            ]
          : []),
      ];
    case 'deadline-passed':
      return [
        staff('deadline-warning', ['directors'], {
          dueOn: input.courtDate ?? undefined,
          businessDays: 0,
          when: 'passed',
        }),
      ];
    case 'extended':
      return [requester('extension-notice', { ...dates, businessDays: event.data.businessDays })];
    case 'responded':
      return [
        {
          kind: 'response-ready',
          to: ['requester'],
          cc,
          link: 'response',
        },
      ];
    case 'calendar-changed':
    case 'merged-in':
      return plan.reading.dueAt && plan.reading.dueAt !== input.previousDueAt
        ? [requester('deadline-moved', dates)]
        : [];
    case 'redirected':
    case 'declined':
    case 'withdrawn':
    case 'lapsed':
    case 'closed':
    case 'merged':
      return [requester(event.type, { cc })];
    case 'course-completed':
    case 'supervisor-confirmed':
    case 'submitted-for-review':
    case 'reprioritised':
      return [];
    case 'court-deadline-changed':
      return courtDateChanged(input)
        ? [requester('court-date-changed', { ...dates, ...courtDateChanged(input), cc })]
        : [];
  }

  function newEstimate({ event: escalated }: NoticeInput): IsoDate | undefined {
    if (!dueOn) return undefined;
    return calendar.addBusinessDays(dueOn, program.clock.delayEstimateBusinessDays * (escalated.data.n ?? 1));
  }
}

function boundBy({ plan, calendar, courtDate, at }: NoticeInput): Partial<Notice> {
  return besideThePromise(
    { courtDate, targetAt: plan.targetAt, first: plan.targetIsCourt },
    { now: at, today: calendar.dateOf(at), dayOf: calendar.dateOf },
  );
}

function farOff({ calendar, at }: NoticeInput, date: IsoDate | undefined): Partial<Notice> {
  return date ? distanceTo(calendar, date, at) : {};
}

/** The person knows of their own change; what staff changed is told, for it moves the day we aim for. */
function courtDateChanged({ event, courtDate, previousCourtDate }: NoticeInput): Partial<Notice> | null {
  const was = previousCourtDate ?? null;
  if (event.actor.startsWith('person:') || was === courtDate) return null;
  return { ...(was ? { wasOn: was } : {}), ...(courtDate ? { isOn: courtDate } : {}) };
}

/** When the wait ends by itself, and the court or filing date that doesn't wait so long. */
function waitEnds(input: NoticeInput): Partial<Notice> {
  const { calendar, courtDate, at } = input;
  const lapseOn = lapseDate(input);
  return { lapseOn, ...besideTheWait({ courtDate, lapseOn }, { today: calendar.dateOf(at) }) };
}

/** When the wait the request is in ends by itself. */
function lapseDate({ state, calendar, program }: NoticeInput): IsoDate | undefined {
  const wait =
    state.status === 'awaiting-prerequisites'
      ? { from: state.waitingSince ?? state.openedAt, days: program.prerequisites.lapseDays }
      : state.status === 'awaiting-information' && state.waitingSince
        ? { from: state.waitingSince, days: program.clock.information.lapseDays }
        : null;
  if (!wait) return undefined;
  return calendar.dateOf(nextBusinessDayAfter({ calendar, from: wait.from, calendarDays: wait.days }));
}

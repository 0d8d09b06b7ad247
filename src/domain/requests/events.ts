import type { CorrespondenceEventType } from './correspondence.js';
import { CORRESPONDENCE_EVENTS } from './correspondence.js';
import { type Notice, type NoticeKind, toRequester, toStaff } from './notice.js';
import { anotherNeeded, type NoticeFacts, type NoticeInput, noticeFacts } from './notice-facts.js';
import type { RequestEvent } from './state.js';
import { isWaiting } from './statuses.js';

interface EventSheet {
  /** Requester and supervisor see it in their timelines too. The rest is the staff's own: reminders, warnings, reviews. */
  outside: boolean;
  /** The mails it calls for. */
  mails?: (facts: NoticeFacts) => Notice[];
  /** What of the request it changes, beside what state and plan say. */
  changes?: (event: RequestEvent, before: { receivedAt: string }) => RequestChanges;
  /** What needs the transaction that records it, `usecases/requests/request-effects.ts` does. */
  effect?: true;
}

/** Instants; `mergedIntoId` is a request's. */
export interface RequestChanges {
  respondedAt?: string;
  reopeningAskedAt?: null;
  mergedIntoId?: string | undefined;
  receivedAt?: string;
  kind?: string | undefined;
  documentKind?: string | null | undefined;
}

const inside: EventSheet = { outside: false };

/** A row per event of a request (program.md §1); the words about it stand with the texts. */
export const EVENTS = {
  received: { outside: true, mails: receipt },
  'prerequisites-reminded': {
    outside: true,
    mails: ({ state, wait }) => [toRequester('prerequisites-reminder', { courses: state.missing, ...wait })],
  },
  'course-completed': { outside: true },
  'clock-started': { outside: true, mails: ({ dates }) => [toRequester('clock-started', dates)] },
  assigned: { outside: true, mails: ({ counted }) => [toStaff('assigned', ['assignee'], counted)] },
  'information-requested': {
    outside: true,
    mails: ({ wait }) => [toRequester('information-requested', wait)],
  },
  'information-reminded': { outside: true, mails: ({ wait }) => [toRequester('information-reminder', wait)] },
  'information-answered': {
    outside: true,
    effect: true,
    mails: ({ event, counted, askSupervisor, ...facts }) => [
      ...toAssignee('information-answered', facts, counted),
      ...(event.data.newSupervisor ? askSupervisor : []),
    ],
  },
  'supervisor-confirmed': { outside: true },
  'supervisor-refused': { outside: true, mails: ({ wait }) => [toRequester('information-requested', wait)] },
  'unassigned-reminded': {
    outside: false,
    mails: ({ counted }) => [toStaff('unassigned-reminder', ['coordinators'], counted)],
  },
  'due-reminded': {
    outside: false,
    mails: ({ counted }) => [toStaff('due-reminder', ['assignee'], counted)],
  },
  escalated: { outside: true, mails: pastDue },
  'deadline-warned': { outside: false, mails: dateNear },
  'deadline-passed': {
    outside: false,
    mails: ({ ownDate }) => [
      toStaff('deadline-warning', ['directors'], { ...ownDate, businessDays: 0, when: 'passed' }),
    ],
  },
  extended: {
    outside: true,
    mails: ({ event, dates }) => [
      toRequester('extension-notice', { ...dates, businessDays: event.data.businessDays }),
    ],
  },
  'submitted-for-review': { outside: true },
  'response-returned': {
    outside: false,
    mails: draftReturned,
  },
  responded: {
    outside: true,
    effect: true,
    mails: ({ cc }) => [toRequester('response-ready', { cc, link: 'response', mergedToo: true })],
    changes: ({ at }) => ({ respondedAt: at }),
  },
  redirected: { outside: true, mails: tellEnd('redirected', { mergedToo: true }) },
  declined: { outside: true, mails: tellEnd('declined', { mergedToo: true }) },
  withdrawn: { outside: true, mails: tellEnd('withdrawn', { mergedToo: true }) },
  merged: {
    outside: true,
    effect: true,
    mails: tellEnd('merged'),
    changes: ({ data }) => ({ mergedIntoId: data.into }),
  },
  'merged-in': {
    outside: true,
    mails: promiseMoved,
    // The older of both counts.
    changes: ({ data }, before) =>
      data.receivedAt && data.receivedAt < before.receivedAt ? { receivedAt: data.receivedAt } : {},
  },
  reprioritised: inside,
  reclassified: {
    outside: true,
    effect: true,
    mails: ({ state, wait }) =>
      state.status === 'awaiting-prerequisites'
        ? [toRequester('prerequisites-needed', { courses: state.missing, ...wait })]
        : [],
    changes: ({ data }) => ({ kind: data.requestKind, documentKind: data.documentKind }),
  },
  'court-deadline-changed': { outside: true, effect: true, mails: courtDateChanged },
  'calendar-changed': { outside: false, mails: promiseMoved },
  lapsed: {
    outside: true,
    mails: ({ state, cc }) => [toRequester('lapsed', { cc, mergedToo: true, ...anotherNeeded(state) })],
  },
  closed: { outside: true, mails: tellEnd('closed') },
  reopened: { outside: true, effect: true, mails: reopened, changes: () => ({ reopeningAskedAt: null }) },
} as const satisfies Record<string, EventSheet>;

export type RequestEventType = keyof typeof EVENTS;

/** The mails an event calls for. Pure. */
export function noticesFor(input: NoticeInput): Notice[] {
  return sheetOf(input.event.type).mails?.(noticeFacts(input)) ?? [];
}

export function changesBy(event: RequestEvent, before: { receivedAt: string }): RequestChanges {
  return sheetOf(event.type).changes?.(event, before) ?? {};
}

const sheetOf = (type: RequestEventType): EventSheet => EVENTS[type];

export type EventWithEffect = {
  [E in RequestEventType]: (typeof EVENTS)[E] extends { effect: true } ? E : never;
}[RequestEventType];

export const hasEffect = (type: RequestEventType): type is EventWithEffect => sheetOf(type).effect === true;

/** Correspondence is between both sides. */
export type EventToldOutside =
  | { [E in RequestEventType]: (typeof EVENTS)[E]['outside'] extends true ? E : never }[RequestEventType]
  | CorrespondenceEventType;

export const TYPES_TOLD_OUTSIDE: readonly string[] = [
  ...(Object.keys(EVENTS) as RequestEventType[]).filter((type) => sheetOf(type).outside),
  ...CORRESPONDENCE_EVENTS,
];

export function isToldOutside(type: string): type is EventToldOutside {
  return TYPES_TOLD_OUTSIDE.includes(type);
}

// The mails of one event, where they need more than a line ------------------------

function receipt({ event, state, dates, wait, askSupervisor, supervisorAsked }: NoticeFacts): Notice[] {
  // The past is not written about; but nobody answers before the supervisor has confirmed.
  if (event.data.imported) return askSupervisor;
  const courses = state.missing;
  const some = courses.length > 0;
  return [
    toRequester('request-received', { ...dates, supervisorAsked, ...(some ? { courses } : {}) }),
    ...(some ? [toRequester('prerequisites-needed', { courses, ...wait })] : []),
    ...askSupervisor,
  ];
}

function reopened({ state, dates, counted, cc, askSupervisor, supervisorAsked }: NoticeFacts): Notice[] {
  // The one that ended the episode before says nothing.
  if (state.seq > 0) return [];
  return [
    toRequester('reopened', { ...dates, cc, supervisorAsked }),
    ...toAssignee('assigned', { state }, counted),
    ...askSupervisor,
  ];
}

/** Whoever has it hears of it too, unless they returned it themselves; a draft may be submitted before anybody has it. */
function draftReturned({ event, state, counted }: NoticeFacts): Notice[] {
  const itself = event.actor === `user:${state.assigneeId}`;
  return [toStaff('draft-returned', itself ? ['draft-author'] : ['draft-author', 'assignee'], counted)];
}

function pastDue({ event, state, calendar, program, dates, supervisorAsked }: NoticeFacts): Notice[] {
  const { dueOn } = dates;
  const estimateOn =
    dueOn && calendar.addBusinessDays(dueOn, program.clock.delayEstimateBusinessDays * (event.data.n ?? 1));
  return [
    toStaff('escalation', state.assigneeId ? ['directors', 'assignee'] : ['directors'], { dueOn }),
    toRequester('delay-notice', { estimateOn, supervisorAsked }),
  ];
}

function dateNear({ state, ownDate }: NoticeFacts): Notice[] {
  return [
    toStaff('deadline-warning', state.assigneeId ? ['assignee', 'coordinators'] : ['coordinators'], ownDate),
    ...(isWaiting(state.status) ? [toRequester('deadline-warning', ownDate)] : []),
  ];
}

/** The person knows of their own change; what staff changed is told, for it moves the day we aim for. */
function courtDateChanged({ event, courtDate, previousCourtDate, dates, cc }: NoticeFacts): Notice[] {
  const was = previousCourtDate ?? null;
  if (event.actor.startsWith('person:') || was === courtDate) return [];
  const told = { ...(was ? { wasOn: was } : {}), ...(courtDate ? { isOn: courtDate } : {}) };
  return [toRequester('court-date-changed', { ...dates, ...told, cc })];
}

function promiseMoved({ plan, previousDueAt, dates }: NoticeFacts): Notice[] {
  const { dueAt } = plan.reading;
  return dueAt && dueAt !== previousDueAt ? [toRequester('deadline-moved', dates)] : [];
}

function tellEnd(kind: NoticeKind, more: Partial<Notice> = {}): (facts: NoticeFacts) => Notice[] {
  return ({ cc }) => [toRequester(kind, { cc, ...more })];
}

function toAssignee(
  kind: NoticeKind,
  { state }: Pick<NoticeFacts, 'state'>,
  more: Partial<Notice>,
): Notice[] {
  return state.assigneeId ? [toStaff(kind, ['assignee'], more)] : [];
}

import type { CorrespondenceEventType } from './correspondence.js';
import { CORRESPONDENCE_EVENTS } from './correspondence.js';
import {
  assigned,
  courtDateChanged,
  dateNear,
  draftReturned,
  followUpMoved,
  followUpPastDue,
  pastDue,
  promiseMoved,
  receipt,
  redirected,
  remindSupervisor,
  reopened,
  supervisorNamed,
  taskHandedOver,
  taskMail,
  tellEnd,
  toAssignee,
} from './event-mails.js';
import { anotherNeeded, type Notice, toRequester, toStaff } from './notice.js';
import type { NoticeFacts } from './notice-facts.js';
import type { Happened } from './state.js';

interface EventSheet {
  /** Requester and supervisor see it in their timelines too. The rest is the staff's own: reminders, warnings, reviews. */
  outside: boolean;
  /** The mails it calls for. */
  mails?: (facts: NoticeFacts) => Notice[];
  /** What of the request it changes, beside what state and plan say. */
  changes?: (event: Happened, before: { receivedAt: string }) => RequestChanges;
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
  assigned: {
    outside: true,
    effect: true,
    mails: assigned,
  },
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
  'supervisor-refused': {
    outside: true,
    mails: ({ event, wait }) => [
      toRequester('information-requested', wait),
      ...(event.data.unknownPerson ? [toStaff('supervisor-concern', ['directors'])] : []),
    ],
  },
  'supervisor-named': { outside: true, effect: true, mails: supervisorNamed },
  'supervisor-reminded': { outside: true, mails: remindSupervisor },
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
  'submitted-for-review': { outside: true, effect: true },
  'response-returned': {
    outside: false,
    effect: true,
    mails: draftReturned,
  },
  responded: {
    outside: true,
    effect: true,
    mails: ({ cc }) => [toRequester('response-ready', { cc, link: 'response', mergedToo: true })],
    changes: ({ at }) => ({ respondedAt: at }),
  },
  'follow-up-asked': {
    outside: true,
    effect: true,
    mails: ({ followUp }) => [
      toRequester('follow-up-received', followUp),
      toStaff('follow-up-asked', ['handler'], followUp),
    ],
  },
  'follow-up-reminded': {
    outside: false,
    mails: ({ followUp }) => [toStaff('follow-up-reminder', ['handler'], followUp)],
  },
  'follow-up-escalated': { outside: true, mails: followUpPastDue },
  'follow-up-answered': {
    outside: true,
    effect: true,
    mails: ({ cc }) => [toRequester('follow-up-answered', { cc, link: 'response' })],
  },
  'closing-told': {
    outside: true,
    mails: ({ cc, closing }) => [toRequester('closing-notice', { cc, ...closing })],
  },
  'closing-held': inside,
  'closing-resumed': inside,
  redirected: { outside: true, mails: redirected },
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
  'task-added': { outside: false, effect: true, mails: taskHandedOver },
  'task-changed': { outside: false, effect: true, mails: taskHandedOver },
  'task-done': { outside: false, effect: true },
  'task-cancelled': { outside: false, effect: true },
  'task-reminded': { outside: false, mails: taskMail('task-due', ['task-assignee']) },
  'task-overdue': { outside: false, mails: taskMail('task-overdue', ['task-assignee', 'coordinators']) },
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
  'calendar-changed': {
    outside: false,
    mails: (facts) => [...promiseMoved(facts), ...followUpMoved(facts)],
  },
  lapsed: {
    outside: true,
    mails: (facts) => tellEnd('lapsed', { mergedToo: true, ...anotherNeeded(facts.state) })(facts),
  },
  closed: { outside: true, mails: tellEnd('closed') },
  reopened: { outside: true, effect: true, mails: reopened, changes: () => ({ reopeningAskedAt: null }) },
} as const satisfies Record<string, EventSheet>;

export type RequestEventType = keyof typeof EVENTS;

/** What happened, and which kind of event that is. */
export interface RequestEvent extends Happened {
  type: RequestEventType;
}

export function changesBy(event: RequestEvent, before: { receivedAt: string }): RequestChanges {
  return sheetOf(event.type).changes?.(event, before) ?? {};
}

export const sheetOf = (type: RequestEventType): EventSheet => EVENTS[type];

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

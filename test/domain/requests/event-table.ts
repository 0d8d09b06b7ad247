import type { CorrespondenceEventType } from '../../../src/domain/requests/correspondence.js';
import type { RequestEventType } from '../../../src/domain/requests/events.js';
import type { RequestEventData, RequestState } from '../../../src/domain/requests/state.js';
import { AT, answeredWith, FOLLOW_UP } from './request-states.js';

// Every event of a request: who reads of it, which mails it calls for, and who gets them, however the request stands.

export interface Situation {
  state?: Partial<RequestState>;
  data?: RequestEventData;
  courtDate?: string;
  previousCourtDate?: string;
  actor?: string;
  /** When the answer was due before. */
  previously?: string;
}

const TASK = { id: 't1', n: 1, assigneeId: 'a2', dueOn: '2026-12-02', since: AT };

/** As a request may stand when something happens; each event is looked at in all of them. */
export const SITUATIONS = {
  plain: {},
  assigned: { state: { assigneeId: 'a1', draftAuthor: 'user:a1' } },
  'assigned to who did it': { state: { assigneeId: 'u1', draftAuthor: 'user:a1' } },
  'courses missing': {
    state: { status: 'awaiting-prerequisites', missing: ['t-visas-part-1'], clock: [] },
  },
  'supervisor asked': { state: { supervisor: 'unconfirmed' } },
  'supervisor confirmed': { state: { supervisor: 'confirmed' } },
  'supervisor named anew': { state: { supervisor: 'unconfirmed' }, data: { newSupervisor: true } },
  'person unknown': { state: { supervisor: 'refused' }, data: { unknownPerson: true } },
  'the last reminder': { state: { supervisor: 'unconfirmed' }, data: { n: 5 } },
  'awaiting information': { state: { status: 'awaiting-information', waitingSince: AT } },
  imported: { data: { imported: true } },
  'reopened out of an end': { state: { seq: 7 } },
  'court date set': { courtDate: '2027-01-15', previousCourtDate: '2027-02-15' },
  'court date set by the requester': {
    courtDate: '2027-01-15',
    previousCourtDate: '2027-02-15',
    actor: 'person:p1',
  },
  'follow-up open': { state: answeredWith(FOLLOW_UP) },
  'a task of theirs': { state: { tasks: [TASK] }, data: { task: 't1', assigneeId: 'a2' } },
  'tasks of several': {
    state: {
      tasks: [TASK, { ...TASK, id: 't2', n: 2 }, { ...TASK, id: 't3', n: 3, assigneeId: 'u1' }],
    },
  },
  'promise moved': { previously: '2026-12-01T01:00:00.000Z' },
} as const satisfies Record<string, Situation>;
export type SituationName = keyof typeof SITUATIONS;

/** `nothing`: no mail. Whatever a situation doesn't say of itself goes as in `plain`. */
type Mails = { plain: string } & Partial<Record<SituationName, string>>;
export interface Row {
  /** In whose timelines it stands: `case` are requester, confirmed supervisor and staff. */
  readers: 'case' | 'staff';
  mails: Mails;
}

const none: Mails = { plain: 'nothing' };
const ofTask = (mail: string): Mails => ({ ...none, 'a task of theirs': mail });
const toRequester = (kind: string): Mails => ({ plain: `${kind} → requester` });
const withSupervisor = (kind: string): Mails => ({
  ...toRequester(kind),
  'supervisor confirmed': `${kind} → requester, copied to supervisor`,
});
/** Whoever else had open tasks hears of it too, once each. */
const ending = (kind: string): Mails => ({
  ...withSupervisor(kind),
  'a task of theirs': `${kind} → requester; task-ended → task-assignee`,
  'tasks of several': `${kind} → requester; task-ended → task-assignee`,
});
export const TABLE: Record<RequestEventType, Row> = {
  received: {
    readers: 'case',
    mails: {
      plain: 'request-received → requester',
      'courses missing': 'request-received → requester; prerequisites-needed → requester',
      'supervisor asked': 'request-received → requester; supervisor-confirmation → supervisor',
      'supervisor named anew': 'request-received → requester; supervisor-confirmation → supervisor',
      'the last reminder': 'request-received → requester; supervisor-confirmation → supervisor',
      imported: 'nothing',
    },
  },
  'prerequisites-reminded': { readers: 'case', mails: toRequester('prerequisites-reminder') },
  'course-completed': { readers: 'case', mails: none },
  'clock-started': { readers: 'case', mails: toRequester('clock-started') },
  assigned: {
    readers: 'case',
    mails: { plain: 'assigned → assignee', 'follow-up open': 'follow-up-asked → assignee' },
  },
  'information-requested': { readers: 'case', mails: toRequester('information-requested') },
  'information-reminded': { readers: 'case', mails: toRequester('information-reminder') },
  'information-answered': {
    readers: 'case',
    mails: {
      plain: 'nothing',
      assigned: 'information-answered → assignee',
      'assigned to who did it': 'information-answered → assignee',
      'supervisor named anew': 'supervisor-confirmation → supervisor',
    },
  },
  'supervisor-confirmed': { readers: 'case', mails: none },
  'supervisor-refused': {
    readers: 'case',
    mails: {
      plain: 'information-requested → requester',
      'person unknown': 'information-requested → requester; supervisor-concern → directors',
    },
  },
  'supervisor-named': {
    readers: 'case',
    mails: {
      plain: 'supervisor-changed → requester',
      'supervisor asked': 'supervisor-confirmation → supervisor; supervisor-changed → requester',
      'supervisor named anew': 'supervisor-confirmation → supervisor; supervisor-changed → requester',
      'the last reminder': 'supervisor-confirmation → supervisor; supervisor-changed → requester',
      'court date set by the requester': 'nothing',
    },
  },
  'supervisor-reminded': {
    readers: 'case',
    mails: {
      plain: 'supervisor-reminder → supervisor',
      'the last reminder': 'supervisor-reminder → supervisor; supervisor-silent → requester',
    },
  },
  'unassigned-reminded': { readers: 'staff', mails: { plain: 'unassigned-reminder → coordinators' } },
  'due-reminded': { readers: 'staff', mails: { plain: 'due-reminder → assignee' } },
  escalated: {
    readers: 'case',
    mails: {
      plain: 'escalation → directors; delay-notice → requester',
      assigned: 'escalation → directors + assignee; delay-notice → requester',
      'assigned to who did it': 'escalation → directors + assignee; delay-notice → requester',
    },
  },
  'deadline-warned': {
    readers: 'staff',
    mails: {
      plain: 'deadline-warning → coordinators',
      assigned: 'deadline-warning → assignee + coordinators',
      'assigned to who did it': 'deadline-warning → assignee + coordinators',
      'courses missing': 'deadline-warning → coordinators; deadline-warning → requester',
      'awaiting information': 'deadline-warning → coordinators; deadline-warning → requester',
    },
  },
  'deadline-passed': { readers: 'staff', mails: { plain: 'deadline-warning → directors' } },
  extended: { readers: 'case', mails: toRequester('extension-notice') },
  'submitted-for-review': { readers: 'case', mails: none },
  'response-returned': {
    readers: 'staff',
    mails: {
      plain: 'draft-returned → draft-author + assignee',
      'assigned to who did it': 'draft-returned → draft-author',
    },
  },
  responded: { readers: 'case', mails: withSupervisor('response-ready') },
  'follow-up-asked': {
    readers: 'case',
    mails: { plain: 'follow-up-received → requester; follow-up-asked → handler' },
  },
  'follow-up-reminded': { readers: 'staff', mails: { plain: 'follow-up-reminder → handler' } },
  'follow-up-escalated': {
    readers: 'case',
    mails: { plain: 'follow-up-escalation → directors + handler; follow-up-delay → requester' },
  },
  'follow-up-answered': { readers: 'case', mails: withSupervisor('follow-up-answered') },
  'closing-told': { readers: 'case', mails: withSupervisor('closing-notice') },
  'closing-held': { readers: 'staff', mails: none },
  'closing-resumed': { readers: 'staff', mails: none },
  redirected: { readers: 'case', mails: ending('redirected') },
  declined: { readers: 'case', mails: ending('declined') },
  withdrawn: { readers: 'case', mails: ending('withdrawn') },
  merged: { readers: 'case', mails: ending('merged') },
  'merged-in': {
    readers: 'case',
    mails: { plain: 'nothing', 'promise moved': 'deadline-moved → requester' },
  },
  reprioritised: { readers: 'staff', mails: none },
  reclassified: {
    readers: 'case',
    mails: { plain: 'nothing', 'courses missing': 'prerequisites-needed → requester' },
  },
  'court-deadline-changed': {
    readers: 'case',
    mails: { plain: 'nothing', 'court date set': 'court-date-changed → requester' },
  },
  'calendar-changed': {
    readers: 'staff',
    mails: {
      plain: 'nothing',
      'promise moved': 'deadline-moved → requester',
      // As nothing was told of one before.
      'follow-up open': 'follow-up-moved → requester',
    },
  },
  lapsed: { readers: 'case', mails: ending('lapsed') },
  closed: { readers: 'case', mails: ending('closed') },
  'task-added': { readers: 'staff', mails: ofTask('task-assigned → task-assignee') },
  'task-changed': { readers: 'staff', mails: ofTask('task-assigned → task-assignee') },
  'task-done': { readers: 'staff', mails: none },
  'task-cancelled': { readers: 'staff', mails: none },
  'task-reminded': { readers: 'staff', mails: ofTask('task-due → task-assignee') },
  'task-overdue': { readers: 'staff', mails: ofTask('task-overdue → task-assignee + coordinators') },
  reopened: {
    readers: 'case',
    mails: {
      plain: 'reopened → requester',
      assigned: 'reopened → requester; assigned → assignee',
      'assigned to who did it': 'reopened → requester; assigned → assignee',
      'supervisor asked': 'reopened → requester; supervisor-confirmation → supervisor',
      'supervisor confirmed': 'reopened → requester, copied to supervisor',
      'supervisor named anew': 'reopened → requester; supervisor-confirmation → supervisor',
      'the last reminder': 'reopened → requester; supervisor-confirmation → supervisor',
      'reopened out of an end': 'nothing',
    },
  },
};

/** Told beside the process, by `usecases/requests/correspondence` and the reminders of the desk. */
export const BESIDE: Record<
  CorrespondenceEventType,
  'message-from-requester' | 'message-from-staff' | 'reopening-requested' | 'reopening-refused' | null
> = {
  'message-received': 'message-from-requester',
  'message-sent': 'message-from-staff',
  'reopening-asked': 'reopening-requested',
  'reopening-refused': 'reopening-refused',
  'document-added': null,
  'document-removed': null,
  'feedback-given': null,
};

/** A note of staff is no event: whom it names hears of it, and nobody else. */
export const OF_NOTES = ['mentioned'] as const;

/** Of processes of their own (`domain/mentors/introduction-mails.ts`), with what staff learn of a request's introduction. */
export const OF_OTHERS = [
  'introduction-outcome',
  'release-asked',
  'release-signed',
  'release-expiring',
  'release-expired',
  'release-revoked',
  'release-answered',
] as const;

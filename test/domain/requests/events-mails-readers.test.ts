import { expect, test } from '@jest/globals';
import { loadProgram } from '../../../src/adapters/program/load-program.js';
import { MAIL, type MailKindAbout } from '../../../src/domain/mail/kinds.js';
import { calendarOf } from '../../../src/domain/program/calendar-of.js';
import type { CorrespondenceEventType } from '../../../src/domain/requests/correspondence.js';
import { isToldOutside, type RequestEventType } from '../../../src/domain/requests/events.js';
import { noticesFor } from '../../../src/domain/requests/notices.js';
import { planRequest } from '../../../src/domain/requests/plan-request.js';
import type { RequestEventData, RequestState } from '../../../src/domain/requests/state.js';
import { createCalendar } from '../../../src/domain/time/calendar.js';
import { AT, openState } from './request-states.js';

// Every event of a request: who reads of it, which mails it calls for, and who gets them, however the request stands.

const { program } = loadProgram('program');
const calendar = createCalendar(calendarOf(program, []));

interface Situation {
  state?: Partial<RequestState>;
  data?: RequestEventData;
  courtDate?: string;
  previousCourtDate?: string;
  actor?: string;
  /** When the answer was due before. */
  previously?: string;
}

/** As a request may stand when something happens; each event is looked at in all of them. */
const SITUATIONS = {
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
  'promise moved': { previously: '2026-12-01T01:00:00.000Z' },
} as const satisfies Record<string, Situation>;
type SituationName = keyof typeof SITUATIONS;

/** `nothing`: no mail. Whatever a situation doesn't say of itself goes as in `plain`. */
type Mails = { plain: string } & Partial<Record<SituationName, string>>;
interface Row {
  /** In whose timelines it stands: `case` are requester, confirmed supervisor and staff. */
  readers: 'case' | 'staff';
  mails: Mails;
}

const none: Mails = { plain: 'nothing' };
const toRequester = (kind: string): Mails => ({ plain: `${kind} → requester` });
const withSupervisor = (kind: string): Mails => ({
  ...toRequester(kind),
  'supervisor confirmed': `${kind} → requester, copied to supervisor`,
});
const TABLE: Record<RequestEventType, Row> = {
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
  assigned: { readers: 'case', mails: { plain: 'assigned → assignee' } },
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
  redirected: { readers: 'case', mails: withSupervisor('redirected') },
  declined: { readers: 'case', mails: withSupervisor('declined') },
  withdrawn: { readers: 'case', mails: withSupervisor('withdrawn') },
  merged: { readers: 'case', mails: withSupervisor('merged') },
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
    mails: { plain: 'nothing', 'promise moved': 'deadline-moved → requester' },
  },
  lapsed: { readers: 'case', mails: withSupervisor('lapsed') },
  closed: { readers: 'case', mails: withSupervisor('closed') },
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

function planOf(state: RequestState, courtDate: string | null) {
  return planRequest({ state, calendar, program, courtDate, at: AT });
}

function mailsOf(type: RequestEventType, situation: Situation): string {
  const { data = {}, actor = 'user:u1', courtDate = null, previousCourtDate = null } = situation;
  const state = openState(situation.state);
  const event = { seq: 1, type, at: AT, actor, onBehalfOf: null, commandId: null, data };
  const previousDueAt = situation.previously ?? planOf(state, courtDate).reading.dueAt;
  const plan = planOf(state, courtDate);
  const notices = noticesFor({
    event,
    state,
    plan,
    previousDueAt,
    calendar,
    program,
    courtDate,
    previousCourtDate,
    at: AT,
  });
  const told = notices.map(({ kind, to, cc = [] }) =>
    [`${kind} → ${to.join(' + ')}`, ...(cc.length > 0 ? [`copied to ${cc.join(' + ')}`] : [])].join(', '),
  );
  return told.join('; ') || 'nothing';
}

/** Told beside the process, by `usecases/requests/correspondence` and the reminders of the desk. */
const BESIDE: Record<
  CorrespondenceEventType,
  'message-from-requester' | 'message-from-staff' | 'reopening-requested' | 'reopening-refused' | null
> = {
  'message-received': 'message-from-requester',
  'message-sent': 'message-from-staff',
  'reopening-asked': 'reopening-requested',
  'reopening-refused': 'reopening-refused',
  'document-added': null,
  'document-removed': null,
};

test.each(Object.entries(TABLE) as [RequestEventType, Row][])('%s', (type, { readers, mails }) => {
  expect(isToldOutside(type) ? 'case' : 'staff').toBe(readers);
  const names = Object.keys(SITUATIONS) as SituationName[];
  expect(names.map((name) => `${name}: ${mailsOf(type, SITUATIONS[name])}`)).toEqual(
    names.map((name) => `${name}: ${mails[name] ?? mails.plain}`),
  );
});

test('what passes beside the process is read by both sides', () => {
  expect(Object.keys(BESIDE).filter((type) => !isToldOutside(type))).toEqual([]);
});

test('every mail about a request stands in the table, and goes to whom its row names', () => {
  const told = Object.values(TABLE).flatMap(({ mails }) =>
    Object.values(mails).flatMap((all) => all.split('; ')),
  );
  const kinds = [...told.map((one) => one.split(' → ')[0]), ...Object.values(BESIDE)];
  const about = Object.entries(MAIL).filter(([, { about }]) => about === 'request');
  expect(about.map(([kind]) => kind).filter((kind) => !kinds.includes(kind))).toEqual([]);
  const first = (to: string) => (/requester|supervisor/.exec(to) ?? ['staff'])[0];
  for (const one of told.filter((mail) => mail !== 'nothing')) {
    const [kind, to = ''] = one.split(' → ');
    // Staff are warned of a court date too.
    if (kind === 'deadline-warning') continue;
    expect([kind, first(to)]).toEqual([kind, MAIL[kind as MailKindAbout<'request'>].to]);
  }
});

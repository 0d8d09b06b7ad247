import type { CorrespondenceEventType } from '../../../../../domain/requests/correspondence.js';
import type { RequestEventType } from '../../../../../domain/requests/events.js';
import type { RequestEventData } from '../../../../../domain/requests/state.js';
import { listed } from '../../../../../domain/text/listed.js';
import type { EventNames } from '../../../event-names.js';
import { count } from '../count.js';

type Words = (data: RequestEventData, names: EventNames) => string;

const REDIRECTIONS: Record<string, string> = {
  'legal-working-group': 'the call open to the requester’s role',
  resources: 'published resources',
  workshop: 'a workshop',
  referral: 'a referral list',
  mentor: 'a mentor',
};

const POLICIES: Record<string, string> = {
  scope: 'it is outside of what written assistance covers',
  ethics: 'ethics policy',
  overuse: 'overuse policy',
  'not-served': 'the requester is not among those served',
};

export const redirectionName = (to: string | undefined): string => REDIRECTIONS[to ?? ''] ?? 'another place';
export const policyName = (policy: string | undefined): string => POLICIES[policy ?? ''] ?? 'program policy';

const day = (n: number | undefined) => (n === undefined ? '' : ` (day ${n})`);
const before = (n: number | undefined) => (n === undefined ? '' : `, ${count(n, 'business day')} before`);

/** One plain sentence per kind of event. Who did it and when stand beside it. */
export const EVENT_SENTENCES: Record<RequestEventType | CorrespondenceEventType, Words> = {
  received: ({ imported, missing }, names) =>
    [
      imported ? 'Request taken over from the older form.' : 'Request received.',
      missing?.length ? `The clock waits for ${listed(missing.map(names.course))}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  'prerequisites-reminded': ({ n }) => `Requester reminded of the courses still missing${day(n)}.`,
  'course-completed': ({ courseId, missing }, names) =>
    `Requester passed ${courseId ? names.course(courseId) : 'a course'}.${
      missing?.length ? ` Still missing: ${listed(missing.map(names.course))}.` : ''
    }`,
  'clock-started': ({ courseId }, names) =>
    `${courseId ? `Requester passed ${names.course(courseId)}: nothing` : 'Nothing'} is missing now, and the clock started.`,
  assigned: ({ assigneeId }, names) => `Assigned to ${assigneeId ? names.staff(assigneeId) : 'a colleague'}.`,
  'information-requested': () => 'Asked the requester for information. The clock is paused.',
  'information-reminded': ({ n }) => `Requester reminded of our question${day(n)}.`,
  'information-answered': ({ clock, newSupervisor }) =>
    [
      'Requester answered.',
      newSupervisor ? 'They named another supervisor.' : '',
      clock === 'resumed' ? 'The clock runs again.' : '',
      clock === 'reset' ? 'The clock waits for the missing courses.' : '',
    ]
      .filter(Boolean)
      .join(' '),
  'supervisor-confirmed': () => 'Supervisor confirmed.',
  'supervisor-refused': ({ clock }) =>
    `The person named as supervisor said no.${
      clock === 'paused' ? ' The clock is paused until the requester names another.' : ''
    }`,
  'unassigned-reminded': () => 'Coordinators reminded that nobody has taken this request.',
  'due-reminded': ({ n }) => `Reminder that an answer is due${before(n)}.`,
  escalated: ({ level }) =>
    `Past due: directors told${level ? ` (escalation level ${level})` : ''}, requester told of the delay.`,
  // Planned for so many days before; it may have left later, so it says only which warning it was.
  'deadline-warned': ({ n }, names) =>
    `Coordinators, and whoever had this request, were warned of the ${names.courtDate}${n === undefined ? '' : ` (the warning set for ${count(n, 'business day')} before it)`}.`,
  'deadline-passed': (_data, names) => `The ${names.courtDate} passed without an answer. Directors told.`,
  extended: ({ businessDays }) => `Extended by ${count(businessDays ?? 0, 'business day')}. Requester told.`,
  'submitted-for-review': () => 'Draft submitted for review.',
  'response-returned': () => 'Draft returned to its author.',
  responded: () => 'Answer sent. The clock stopped.',
  redirected: ({ to }) => `Redirected to ${redirectionName(to)}.`,
  declined: ({ policy }) => `Declined: ${policyName(policy)}.`,
  withdrawn: () => 'Withdrawn.',
  merged: ({ into }, names) => `Merged into ${into ? names.reference(into) : 'another request'}.`,
  'merged-in': ({ from, receivedAt }, names) =>
    `${from ? names.reference(from) : 'Another request'} was merged into this one.${
      receivedAt ? ` The earliest date counts: ${names.when(receivedAt)}.` : ''
    }`,
  reprioritised: ({ urgent }) => (urgent ? 'Marked as urgent.' : 'Marked as not urgent.'),
  reclassified: ({ requestKind, documentKind, clock, missing }, names) =>
    [
      `Kind changed to ${requestKind ? names.kind(requestKind) : 'another kind'}${
        documentKind ? `, ${names.document(documentKind)}` : ''
      }.`,
      missing?.length ? `Still to pass: ${listed(missing.map(names.course))}.` : '',
      clock === 'started' ? 'The clock started.' : '',
      clock === 'reset' ? 'The clock starts again once they are passed.' : '',
    ]
      .filter(Boolean)
      .join(' '),
  'court-deadline-changed': () => 'Court or filing deadline changed.',
  'calendar-changed': ({ dueAt }, names) =>
    `The office calendar changed: a closure was entered or removed.${dueAt ? ` Now due ${names.when(dueAt)}.` : ''}`,
  lapsed: ({ reason }) =>
    reason === 'prerequisites-lapse'
      ? 'Lapsed: the courses were not passed in time.'
      : reason === 'information-lapse'
        ? 'Lapsed: our question was not answered in time.'
        : 'Lapsed.',
  closed: () => 'Closed.',
  reopened: () => 'Reopened. The clock counts from that day; its place in the queue stays.',
  'message-received': () => 'Message from the requester’s side.',
  'message-sent': () => 'Message sent to the requester.',
  'reopening-asked': () => 'Asked us to reopen the request.',
  'reopening-refused': () => 'Reopening refused. Requester told.',
  'document-added': () => 'Document added.',
  'document-removed': () => 'Document removed. Its contents were erased.',
};

export const courtDates = { court: 'court date', filing: 'filing date', either: 'court or filing date' };

export const eventFallbacks = { staff: 'a colleague', request: 'another request' };

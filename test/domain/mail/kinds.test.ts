import { describe, expect, test } from '@jest/globals';
import { en } from '../../../src/api/text/en/en.js';
import { callMailKinds } from '../../../src/api/text/en/pages/staff-calls/call-page.js';
import type { DigestSectionName, Reminded } from '../../../src/domain/mail/digest.js';
import { MAIL, MAIL_KINDS, type MailKind, type MailSheet } from '../../../src/domain/mail/kinds.js';
import type {
  CallFacts,
  FactsOf,
  MailAtSending,
  MailSubject,
  QuestionFacts,
  RequestFacts,
} from '../../../src/domain/mail/overtaken.js';
import type { Leaving } from '../../../src/domain/mail/told-times.js';
import type { IntroductionStatus } from '../../../src/domain/mentors/introduction-statuses.js';

const now = '2026-12-01T18:00:00.000Z';
const startsAt = '2026-12-02T20:00:00.000Z';
const wasDueAt = '2026-12-15T01:00:00.000Z';
const mail: MailAtSending = { now, to: ['ana@desk.example'], callAt: startsAt, linkHash: 'a1', wasDueAt };

const open: RequestFacts = {
  status: 'in-progress',
  clockRuns: true,
  missing: [],
  supervisor: 'not-needed',
  supervisorEmail: null,
  supervisorName: null,
  assigneeEmail: 'ana@desk.example',
  draftAuthorEmail: null,
  courtDate: '2026-12-10',
  dueAt: '2026-12-18T01:00:00.000Z',
  targetAt: '2026-12-08T01:00:00.000Z',
  reopeningAsked: false,
  followUp: 'none',
  followUpDueAt: null,
  mentioned: [],
  tasks: [],
};
const planned: CallFacts = {
  status: 'open',
  startsAt,
  questionsCloseAt: '2026-12-01T22:00:00.000Z',
  selectUntil: '2026-12-02T01:00:00.000Z',
  staffConfirmed: false,
  meetingProblem: 'not-found',
  hasLink: false,
};
const asked: QuestionFacts = { status: 'asked', proposedTo: null, attended: null, call: planned };

const request = (more: Partial<RequestFacts>) => ({ ...open, ...more });
const call = (more: Partial<CallFacts>) => ({ ...planned, ...more });
const question = (more: Partial<QuestionFacts>) => ({ ...asked, ...more });
const cancelled = call({ status: 'cancelled' });
const begun = call({ startsAt: now });
const moved = call({ startsAt: '2026-12-03T20:00:00.000Z' });

type Facts = FactsOf[MailSubject];
const leaves = (kind: MailKind, facts: Facts, about: Partial<MailAtSending> = {}) =>
  !(MAIL[kind] as MailSheet).wantedUntil(facts as FactsOf[never], { ...mail, ...about });

const OVER = [
  request({ status: 'responded' }),
  request({ status: 'closed' }),
  request({ status: 'withdrawn' }),
  request({ status: 'merged' }),
];
const answered = request({ status: 'responded', clockRuns: false });
const withTask = (email: string | null) => request({ tasks: [{ email, dueOn: '2026-12-10' }] });
const followUp = request({ ...answered, followUp: 'open', followUpDueAt: '2026-12-12T01:00:00.000Z' });
/** What has made mail about a follow-up question useless. */
const SETTLED = [answered, request({ ...followUp, followUp: 'answered' }), open];
const courses = request({ status: 'awaiting-prerequisites', clockRuns: false, missing: ['t-visas-part-1'] });
const informing = request({ status: 'awaiting-information', clockRuns: false });
const supervised = request({ supervisor: 'unconfirmed', supervisorEmail: 'ana@desk.example' });
const drafted = request({ assigneeEmail: 'ben@desk.example', draftAuthorEmail: 'ana@desk.example' });
const digest = (...names: DigestSectionName[]): FactsOf['digest'] => ({
  sections: names.map((name) => ({ name, count: 1, requests: [] })),
});
const standsIn: FactsOf['absence'] = { status: 'under-way', standInEmail: 'ana@desk.example' };
const standInLeft: FactsOf['absence'] = { ...standsIn, standInEmail: null };
const anotherStandsIn: FactsOf['absence'] = { ...standsIn, standInEmail: 'ben@desk.example' };
const standsInOver: FactsOf['absence'] = { ...standsIn, status: 'returned' };
const selected = question({ status: 'selected' });
const handedBack = question({ status: 'not-selected', call: cancelled });
const withdrawn = question({ status: 'withdrawn' });
const reviewing: Facts = { status: 'notified' };
const refused: Facts = { status: 'refused' };
const appealed: Facts = { status: 'appealed' };
const invited: Facts = { status: 'invited', linkHash: 'a1' };
const mentoring: Facts = { status: 'active', linkHash: 'a1' };
const removed: Facts = { status: 'removed', linkHash: 'a1' };
const introduction = (status: IntroductionStatus, mentorHasRoom = true): Facts => ({ status, mentorHasRoom });
const requesterAsked = introduction('requester-asked');
const mentorAsked = introduction('mentor-asked');
const introduced = introduction('introduced');
const followingUp = introduction('following-up');
const endedByStaff = introduction('ended');

/** Each kind: when it still leaves, and what has made it useless. */
const CASES: Record<MailKind, [wanted: Facts[], overtaken: Facts[]]> = {
  'request-received': [[open, request({ status: 'withdrawn' })], []],
  'prerequisites-needed': [[courses], [open, request({ ...courses, status: 'lapsed' })]],
  'prerequisites-reminder': [[courses], [open, request({ ...courses, status: 'lapsed' })]],
  'clock-started': [[open], OVER],
  'information-requested': [[informing], [open, ...OVER]],
  'information-reminder': [[informing], [open, request({ status: 'lapsed' })]],
  'information-answered': [[open], OVER],
  assigned: [[open], [request({ assigneeEmail: 'ben@desk.example' }), ...OVER]],
  'unassigned-reminder': [
    [request({ assigneeEmail: null })],
    [open, request({ assigneeEmail: null, clockRuns: false }), ...OVER],
  ],
  'draft-returned': [
    [open, drafted, request({ ...drafted, status: 'queued', assigneeEmail: null }), followUp],
    [
      request({ ...drafted, status: 'in-review' }),
      request({ ...drafted, status: 'responded' }),
      request({ assigneeEmail: 'ben@desk.example' }),
      request({ ...followUp, followUp: 'in-review' }),
      ...OVER,
    ],
  ],
  'follow-up-received': [[followUp, request({ ...followUp, followUp: 'in-review' })], SETTLED],
  'follow-up-asked': [[followUp], SETTLED],
  'follow-up-reminder': [[followUp], SETTLED],
  'follow-up-escalation': [[followUp], SETTLED],
  'follow-up-delay': [[followUp], SETTLED],
  'follow-up-moved': [[followUp], SETTLED],
  'follow-up-answered': [[answered, open], []],
  'closing-notice': [
    [answered, request({ ...answered, followUp: 'answered' })],
    [
      followUp,
      request({ ...followUp, followUp: 'in-review' }),
      request({ ...answered, reopeningAsked: true }),
      request({ status: 'closed' }),
      open,
    ],
  ],
  'due-reminder': [[open], [request({ assigneeEmail: 'ben@desk.example' }), informing, ...OVER]],
  escalation: [[open], OVER],
  'delay-notice': [[open], OVER],
  'extension-notice': [[open], OVER],
  'deadline-warning': [
    [open, informing],
    [request({ courtDate: null }), ...OVER],
  ],
  'supervisor-confirmation': [
    [supervised],
    [
      request({ ...supervised, supervisor: 'confirmed' }),
      request({ ...supervised, supervisor: 'refused' }),
      request({ ...supervised, supervisorEmail: 'another@office.example' }),
      request({ ...supervised, status: 'withdrawn' }),
    ],
  ],
  'supervisor-reminder': [
    [supervised],
    [
      request({ ...supervised, supervisor: 'confirmed' }),
      request({ ...supervised, supervisorEmail: 'another@office.example' }),
      request({ ...supervised, status: 'withdrawn' }),
    ],
  ],
  'supervisor-changed': [
    [supervised],
    [
      request({ ...supervised, supervisor: 'confirmed' }),
      request({ ...supervised, supervisor: 'refused' }),
      request({ ...supervised, status: 'withdrawn' }),
    ],
  ],
  'supervisor-silent': [
    [supervised],
    [
      request({ ...supervised, supervisor: 'confirmed' }),
      request({ ...supervised, supervisor: 'refused' }),
      request({ ...supervised, status: 'withdrawn' }),
    ],
  ],
  'supervisor-concern': [[open, ...OVER], []],
  'court-date-changed': [[open], OVER],
  'deadline-moved': [
    [open, request({ dueAt: null })],
    // Due again when it was: the office is open after all.
    [...OVER, request({ dueAt: wasDueAt })],
  ],
  'response-ready': [[request({ status: 'responded' }), open], []],
  redirected: [[request({ status: 'redirected' })], [open]],
  declined: [[request({ status: 'declined' })], [open]],
  withdrawn: [[request({ status: 'withdrawn' })], [open]],
  lapsed: [[request({ status: 'lapsed' })], [open]],
  merged: [[request({ status: 'merged' })], [open]],
  closed: [[request({ status: 'closed' })], [open]],
  reopened: [[open], OVER],
  'message-from-requester': [[open, ...OVER], []],
  'message-from-staff': [[open, ...OVER], []],
  mentioned: [
    [
      request({ mentioned: ['ana@desk.example'] }),
      request({ status: 'closed', mentioned: ['ana@desk.example'] }),
    ],
    [open, request({ mentioned: ['cora@desk.example'] })],
  ],
  'task-assigned': [[withTask('ana@desk.example')], [open, withTask('cora@desk.example')]],
  // Of one whose assignee has left the coordinators hear.
  'task-due': [
    [withTask('ana@desk.example'), withTask(null)],
    [open, withTask('cora@desk.example')],
  ],
  'task-overdue': [[withTask('cora@desk.example')], [open]],
  'task-ended': [[open, ...OVER], []],
  'reopening-requested': [[request({ status: 'closed', reopeningAsked: true })], [open, ...OVER]],
  'release-asked': [[open, ...OVER], []],
  'release-signed': [[open, ...OVER], []],
  'release-expiring': [[open, ...OVER], []],
  'release-expired': [[open, ...OVER], []],
  'release-revoked': [[open, ...OVER], []],
  'release-answered': [[open, ...OVER], []],
  'reopening-refused': [OVER, [open]],
  'sign-in': [[{}], []],
  'address-claimed': [[{}], []],
  'factor-reset-asked': [[{}], []],
  'factor-reset': [[{}], []],
  'key-ending': [[{}], []],
  'admin-added': [[{}], []],
  'admin-key-made': [[{}], []],
  'new-sign-in': [[{}], []],
  'privacy-confirm': [[{}], []],
  'privacy-received': [[{}], []],
  'privacy-answered': [[{}], []],
  'privacy-last': [[{}], []],
  'privacy-waits': [[{}], []],
  'privacy-overdue': [[{}], []],
  'form-link': [[{}], []],
  'confirm-address': [
    [
      { waits: true, refused: false, email: 'ana@desk.example', linkHash: 'a1' },
      // The link itself comes: behind it they learn that it would be refused.
      { waits: true, refused: true, email: 'ana@desk.example', linkHash: 'a1' },
    ],
    [
      { waits: false, refused: false, email: 'ana@desk.example', linkHash: 'a1' },
      { waits: true, refused: false, email: 'ana.ortiz@desk.example', linkHash: 'a1' },
      { waits: true, refused: false, email: 'ana@desk.example', linkHash: 'b2' },
      { waits: true, refused: false, email: 'ana@desk.example', linkHash: null },
    ],
  ],
  'daily-digest': [
    [digest('overdue'), digest('waiting', 'assigned')],
    // Nobody writes a mail to say that others are waited for.
    [digest(), digest('waiting')],
  ],
  digest: [[{}], []],
  'mentor-invitation': [[invited], [mentoring, { status: 'invited', linkHash: 'b2' }, removed]],
  'mentor-invitation-reminder': [[invited], [mentoring, { status: 'invited', linkHash: 'b2' }, removed]],
  'mentor-joined': [[mentoring], [removed, invited]],
  'mentor-left': [[{ status: 'left', linkHash: 'a1' }], [invited, mentoring]],
  'mentor-removed': [[removed], [invited, mentoring]],
  'introduction-asked': [[requesterAsked], [mentorAsked, endedByStaff]],
  'introduction-reminder': [[requesterAsked], [mentorAsked, endedByStaff]],
  'introduction-made': [[introduced, followingUp], [endedByStaff]],
  'introduction-not-made': [[endedByStaff], []],
  'introduction-ended': [[endedByStaff], []],
  'introduction-follow-up': [[followingUp], [introduction('closed'), endedByStaff]],
  'introduction-outcome': [[open, request({ status: 'redirected' })], []],
  'mentoring-asked': [
    [mentorAsked, introduction('mentor-asked', false)],
    [introduction('withdrawn'), introduced],
  ],
  // Nobody is urged to say a yes that would be refused for want of room.
  'mentoring-reminder': [
    [mentorAsked],
    [introduction('mentor-asked', false), introduction('withdrawn'), introduced],
  ],
  'mentoring-made': [[introduced, followingUp], [endedByStaff]],
  'mentoring-ended': [[endedByStaff], []],
  'mentoring-follow-up': [[followingUp], [introduction('closed'), endedByStaff]],
  'conduct-notice': [[reviewing, appealed, refused], []],
  'conduct-refused': [[refused, appealed], []],
  'conduct-dismissed': [[refused], []],
  'conduct-appeal-received': [[appealed], []],
  'conduct-appeal-decided': [[refused], []],
  'conduct-expired': [[refused], []],
  'conduct-question-kept': [[refused, appealed], [reviewing]],
  'conduct-reply': [[reviewing], [refused, appealed]],
  'stand-in-named': [[standsIn], [standInLeft, standsInOver, anotherStandsIn]],
  'stand-in-begins': [[standsIn], [standInLeft, standsInOver, anotherStandsIn]],
  'stand-in-ends': [[standsInOver], []],
  'absence-set': [[standsIn, standsInOver], []],
  'back-again': [[standsInOver], []],
  'stand-in-gone': [[standInLeft], [standsIn, standsInOver]],
  'conduct-appeal': [[appealed], [reviewing, refused]],
  'conduct-decision-reminder': [[reviewing], [refused, appealed]],
  'conduct-appeal-reminder': [[appealed], [reviewing, refused]],
  'conduct-appeal-overdue': [[appealed], [reviewing, refused]],
  'registration-approved': [
    [{ status: 'approved', nextCallAt: null }],
    [
      { status: 'revoked', nextCallAt: null },
      { status: 'pending', nextCallAt: null },
    ],
  ],
  'registration-pending': [
    [{ status: 'pending', nextCallAt: null }],
    [
      { status: 'approved', nextCallAt: null },
      { status: 'denied', nextCallAt: null },
    ],
  ],
  'registration-denied': [
    [
      { status: 'denied', nextCallAt: null },
      { status: 'revoked', nextCallAt: null },
    ],
    [{ status: 'approved', nextCallAt: null }],
  ],
  'registration-review': [
    [{ status: 'pending', nextCallAt: null }],
    [
      { status: 'approved', nextCallAt: null },
      { status: 'denied', nextCallAt: null },
    ],
  ],
  'question-received': [
    [asked, selected],
    [withdrawn, handedBack, question({ call: begun })],
  ],
  'question-selected': [
    [selected],
    [asked, withdrawn, handedBack, question({ ...selected, call: cancelled })],
  ],
  'question-not-selected': [[handedBack], [question({ status: 'converted' }), withdrawn]],
  'question-move-proposed': [
    [question({ proposedTo: moved })],
    [
      asked,
      question({ ...withdrawn, proposedTo: moved }),
      question({ proposedTo: moved, call: cancelled }),
      question({ proposedTo: cancelled }),
    ],
  ],
  'question-moved': [[asked], [withdrawn, handedBack, question({ call: cancelled })]],
  'question-call-rescheduled': [
    [asked, selected],
    [withdrawn, handedBack, question({ call: moved }), question({ call: begun })],
  ],
  'asked-but-absent': [
    [question({ ...selected, attended: false })],
    [
      question({ ...selected, attended: true }),
      question({ ...selected, attended: null }),
      question({ status: 'converted', attended: false }),
    ],
  ],
  'call-reminder': [[planned], [cancelled, begun, moved, call({ status: 'held' })]],
  'call-cancelled': [[cancelled], []],
  'call-rescheduled': [[planned], [cancelled, begun, moved]],
  'call-recap': [[call({ status: 'held' }), call({ status: 'completed' })], []],
  'call-day-off': [[planned], [call({ staffConfirmed: true }), cancelled, begun, moved]],
  'call-meeting-problem': [[planned, cancelled], [call({ meetingProblem: null })]],
  'subscription-confirmation': [
    [{ asked: true, suppressed: null }],
    [
      { asked: false, suppressed: null },
      { asked: true, suppressed: 'complaint' },
    ],
  ],
};

describe('whether a mail is still wanted when it is about to leave', () => {
  test.each(MAIL_KINDS.map((kind): [MailKind] => [kind]))('%s', (kind) => {
    const [wanted, overtaken] = CASES[kind];
    expect(wanted.map((facts) => leaves(kind, facts))).toEqual(wanted.map(() => true));
    expect(overtaken.map((facts) => leaves(kind, facts))).toEqual(overtaken.map(() => false));
  });

  test.each<
    [what: string, kind: MailKind, told: Partial<MailAtSending>, stands: string | null, leaves: boolean]
  >([
    ['warns of the date that stands', 'deadline-warning', { dueOn: '2026-12-10' }, '2026-12-10', true],
    ['warns of a date that was changed', 'deadline-warning', { dueOn: '2026-12-10' }, '2026-12-20', false],
    [
      'says which date stands',
      'court-date-changed',
      { wasOn: '2026-12-10', isOn: '2026-12-15' },
      '2026-12-15',
      true,
    ],
    [
      'says a date changed again',
      'court-date-changed',
      { wasOn: '2026-12-10', isOn: '2026-12-15' },
      '2026-12-20',
      false,
    ],
    ['says a date taken back since', 'court-date-changed', { isOn: '2026-12-15' }, null, false],
    ['says rightly that there is none', 'court-date-changed', { wasOn: '2026-12-10' }, null, true],
    [
      'says that there is none though there is',
      'court-date-changed',
      { wasOn: '2026-12-10' },
      '2026-12-20',
      false,
    ],
  ])('of a court or filing date: %s', (_what, kind, told, courtDate, wanted) => {
    expect(leaves(kind, request({ courtDate }), told)).toBe(wanted);
  });

  test.each(['sign-in', 'form-link'] as const)('%s: a link whose time is up is not sent', (kind) => {
    expect(leaves(kind, {}, { linkOver: false })).toBe(true);
    expect(leaves(kind, {}, { linkOver: true })).toBe(false);
  });

  test('that something of a call is being kept stays worth saying when the meeting is mended', () => {
    const mended = call({ meetingProblem: null });
    expect(leaves('call-meeting-problem', mended, { meetingTrouble: 'being-kept' })).toBe(true);
    expect(leaves('call-meeting-problem', mended, { meetingTrouble: 'kept' })).toBe(false);
  });

  test.each([
    ['still none', {}, true],
    ['one was entered', { hasLink: true }, false],
    ['the call is off', { status: 'cancelled' }, false],
  ] as const)('that a call has no join link: %s', (_what, change, wanted) => {
    const stands = call({ meetingProblem: null, ...change });
    expect(leaves('call-meeting-problem', stands, { meetingTrouble: 'no-link' })).toBe(wanted);
  });
});

describe('the times a mail tells are those of the moment it leaves', () => {
  const dayOf = (at: string) => at.slice(0, 10);
  const told = (kind: MailKind, facts: Facts, written: Leaving['told'] = {}, at = now) =>
    (MAIL[kind] as MailSheet).tells?.(facts as FactsOf[never], {
      told: written,
      now: at,
      today: dayOf(at),
      dayOf,
    });
  const of = ({ startsAt: callAt, questionsCloseAt }: CallFacts) => ({ callAt, questionsCloseAt });

  test.each(['question-received', 'question-selected', 'question-not-selected', 'question-moved'] as const)(
    '%s',
    (kind) => expect(told(kind, question({ status: 'selected', call: moved }))).toEqual(of(moved)),
  );

  const bound = { dueOn: '2026-12-18', courtOn: '2026-12-10', targetOn: '2026-12-08' };
  const promise = { dueOn: '2026-12-18', courtOn: undefined, targetOn: undefined };
  const noDate = { dueOn: undefined, courtOn: undefined, targetOn: undefined };
  const later = request({ courtDate: '2026-12-30', targetAt: open.dueAt });
  const paused = request({ dueAt: null, courtDate: '2026-12-14' });

  test.each<[what: string, facts: RequestFacts, told: Leaving['told'], at: string, tells: object]>([
    ['nothing has changed', open, bound, now, bound],
    [
      'the promise has moved',
      request({ dueAt: '2026-12-22T01:00:00.000Z' }),
      bound,
      now,
      { ...bound, dueOn: '2026-12-22' },
    ],
    ['the date comes after the promise now', later, bound, now, promise],
    ['a date has been named since', open, { dueOn: '2026-12-18' }, now, bound],
    [
      'the day we aimed for has passed',
      open,
      bound,
      '2026-12-09T18:00:00.000Z',
      { ...bound, targetOn: undefined },
    ],
    ['the date has passed', open, bound, '2026-12-11T18:00:00.000Z', promise],
    [
      'the clock stands still',
      { ...paused, courtDate: '2026-12-10' },
      bound,
      now,
      { ...bound, dueOn: undefined },
    ],
    ['the clock stands still, and our day came first', paused, { dueOn: '2026-12-18' }, now, noDate],
    [
      'the clock stands still, and the date changed',
      paused,
      bound,
      now,
      { ...noDate, courtOn: '2026-12-14', targetOn: '2026-12-08' },
    ],
    ['the clock never ran, and no date was told', paused, {}, now, noDate],
  ])('by when there is an answer: %s', (_what, facts, written, at, tells) => {
    expect(told('clock-started', facts, written, at)).toEqual(tells);
    expect(told('assigned', facts, written, at)).toEqual(tells);
  });

  test('a receipt stays true while the clock stands still: it says that a change is told', () => {
    expect(told('request-received', paused, bound)).toEqual({});
    expect(told('request-received', open, bound)).toEqual(bound);
    expect(told('request-received', paused)).toEqual(noDate);
  });

  const sam = { supervisorName: 'Sam Lee', supervisorEmail: 'sam@legal-aid.example' };
  test.each([
    ['has yet to confirm', request({ ...sam, supervisor: 'unconfirmed' }), 'Sam Lee'],
    ['has confirmed', request({ ...sam, supervisor: 'confirmed' }), undefined],
    ['has refused', request({ ...sam, supervisor: 'refused' }), undefined],
    ['nobody is needed', open, undefined],
  ])('who holds the answer back: %s', (_what, facts, supervisorName) => {
    for (const kind of ['delay-notice', 'request-received', 'reopened'] as const) {
      expect(told(kind, facts, bound)).toHaveProperty('supervisorName', supervisorName);
    }
  });

  test.each<[courtDate: string | null, at: string, told: string | undefined]>([
    ['2026-12-10', now, '2026-12-10'],
    ['2027-01-20', now, undefined],
    [null, now, undefined],
    ['2026-12-10', '2026-12-11T18:00:00.000Z', undefined],
  ])('while we wait until January 4, with the date %s, at %s: %s', (courtDate, at, courtOn) => {
    const written = { lapseOn: '2027-01-04', courtOn: '2026-12-10' };
    expect(told('information-reminder', request({ courtDate }), written, at)).toEqual({ courtOn });
  });

  test('a proposal names the other call, and until when to answer', () => {
    expect(told('question-move-proposed', question({ proposedTo: moved }))).toEqual({
      callAt: moved.startsAt,
      callWasAt: startsAt,
      questionsCloseAt: planned.selectUntil,
    });
  });

  test('a registration names the next call there is by then, or none', () => {
    const at = (nextCallAt: string | null) =>
      told('registration-approved', { status: 'approved', nextCallAt });
    expect([at(moved.startsAt), at(null)]).toEqual([{ callAt: moved.startsAt }, { callAt: undefined }]);
  });

  test.each(
    MAIL_KINDS.filter((kind) => ['call', 'question'].includes(MAIL[kind].about)).map((kind) => [kind]),
  )('a move makes %s useless, or it tells the new time, or it names what is over', (kind) => {
    const facts = MAIL[kind].about === 'call' ? moved : question({ status: 'selected', call: moved });
    const over = ['call-cancelled', 'call-recap', 'asked-but-absent', 'call-meeting-problem'].includes(kind);
    expect(over || !leaves(kind, facts) || told(kind, facts) !== undefined).toBe(true);
  });
});

test('staff read every kind of mail in words', () => {
  const words = { ...en.staff.mailKinds, ...callMailKinds };
  expect(Object.keys(MAIL).filter((kind) => !Object.hasOwn(words, kind))).toEqual([]);
});

const FAR: Reminded = { businessDays: 9, when: 'later' };
const NEAR: Reminded = { businessDays: 2, when: 'later' };
const PAST: Reminded = { businessDays: 0, when: 'passed' };
const COURT: Reminded = { businessDays: 9, when: 'later', courtOn: '2026-12-18' };

/** What can wait until the morning, however the request stands; all that is not named here leaves at once. */
test.each<[MailKind, wait: Reminded[], atOnce: Reminded[]]>([
  ['unassigned-reminder', [FAR, NEAR, PAST, COURT], []],
  ['due-reminder', [FAR, NEAR, PAST, COURT], []],
  // To whom it is assigned; to directors at once.
  ['escalation', [FAR, PAST], []],
  ['follow-up-asked', [FAR, {}], []],
  ['follow-up-reminder', [FAR, NEAR], []],
  ['follow-up-escalation', [PAST], []],
  ['reopening-requested', [{}], []],
  ['assigned', [FAR, {}], [NEAR, PAST, COURT]],
  ['information-answered', [FAR, {}], [NEAR, PAST, COURT]],
  ['draft-returned', [FAR, {}], [NEAR, PAST, COURT]],
  ['task-assigned', [{}, { urgent: false }], [{ urgent: true }]],
  ['task-due', [{ urgent: true }], []],
  ['task-overdue', [{ urgent: true }], []],
  ['task-ended', [{}], []],
  ['mentioned', [{}, { urgent: false }], [{ urgent: true }]],
  ['message-from-requester', [{ again: true }], [{}, { again: false }]],
])('%s waits for the daily digest where it can', (kind, wait, atOnce) => {
  const { waits } = MAIL[kind] as MailSheet;
  expect(wait.map((reminded) => waits?.when(reminded))).toEqual(wait.map(() => true));
  expect(atOnce.map((reminded) => waits?.when(reminded))).toEqual(atOnce.map(() => false));
});

test('what can’t wait leaves at once: court dates, escalations to directors, concerns, calls', () => {
  const waiting = MAIL_KINDS.filter((kind) => (MAIL[kind] as MailSheet).waits);
  expect(waiting).toEqual([
    'information-answered',
    'assigned',
    'unassigned-reminder',
    'draft-returned',
    'due-reminder',
    'escalation',
    'follow-up-asked',
    'follow-up-reminder',
    'follow-up-escalation',
    'message-from-requester',
    'mentioned',
    'task-assigned',
    'task-due',
    'task-overdue',
    'task-ended',
    'reopening-requested',
    'introduction-outcome',
  ]);
  expect((MAIL.escalation as MailSheet).waits?.notFor).toBe('directors');
});

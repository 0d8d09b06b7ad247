import { describe, expect, test } from '@jest/globals';
import { dueWords } from '../../../../src/api/pages/staff/parts/due-words.js';
import { nextForStaff } from '../../../../src/api/pages/staff/parts/next-for-staff.js';
import { queueBadges } from '../../../../src/api/pages/staff/parts/queue-badges.js';
import { landingOf } from '../../../../src/api/pages/staff/queue/landing.js';
import {
  filterTags,
  numberLinks,
  queueChoices,
} from '../../../../src/api/pages/staff/queue/queue-choices.js';
import { queueHeadings } from '../../../../src/api/pages/staff/queue/queue-headings.js';
import { PLAIN } from '../../../../src/api/pages/staff/queue/queue-query.js';
import { queueRow } from '../../../../src/api/pages/staff/queue/queue-row.js';
import { decisionLinks } from '../../../../src/api/pages/staff/request/decision-links.js';
import { en } from '../../../../src/api/text/en/en.js';
import type { RequestView } from '../../../../src/domain/requests/view.schema.js';
import { program } from '../form/a-program.js';
import { aView, ME, ZONE } from './views.js';

const BEFORE = new Date('2026-11-16T20:00:00.000Z');
const AFTER = new Date('2026-11-24T02:00:00.000Z');
const mine = { id: ME.id, name: ME.name, email: ME.email };
const other = {
  id: '018f0000-0000-7000-8000-00000000000b',
  name: 'Rob Reviewer',
  email: 'rob@program.example',
};
const supervisor = { name: 'Sue', email: 'sue@legal.example', role: 'attorney' };

test('one is one: the numbers above the queue', () => {
  const none = { open: 1, overdue: 0, week: 0, waiting: 0, unassigned: 0, escalated: 0, mine: 0, review: 0 };
  const labels = (waiting: number) =>
    numberLinks(en, '/staff', '/mail', {
      ...none,
      mailTrouble: 0,
      'message-waiting': waiting,
      'reopening-asked': 0,
      'follow-up-open': 0,
    }).map(({ text }) => text);
  expect([labels(1).at(-1), labels(2).at(-1)]).toEqual(['Message to answer', 'Messages to answer']);
});

test('a draft that came back from review is revised before it is submitted again', () => {
  const view = aView({ status: 'in-progress', assignee: mine, assigned: true });
  const context = {
    texts: en,
    me: ME,
    now: BEFORE,
    zone: ZONE,
    reviews: true,
    kindLabel: (id: string) => id,
    sort: 'priority',
  };
  const saved = { author: `user:${ME.id}`, returned: false, changed: null };
  const returned = { ...saved, returned: true };
  const changed = { ...returned, changed: { from: 'v1', to: 'v2' } };
  const known = { reviews: true };
  // The queue and the button of the page say the same.
  for (const [draft, short, long] of [
    [undefined, 'Write the answer', /^Write the answer/],
    [saved, 'Finish the draft', /^A draft is saved/],
    [returned, 'Revise the draft', /^A reviewer returned the draft\. /],
    [changed, 'Revise the draft', /^A reviewer returned the draft and changed its text\. /],
  ] as const) {
    const drafts = new Map(draft ? [[view.id, draft]] : []);
    expect(queueRow(view, { ...context, drafts }, 1).next.text).toBe(short);
    const next = nextForStaff(en, view, ME, { ...known, draft });
    expect(next.long).toMatch(long);
    expect(decisionLinks(en, view.id, ['assign', 'draft-response'], next).primary?.text).toBe(short);
  }
});

test('a draft may come back while nobody has the request: whoever writes goes on with it', () => {
  const draft = { author: 'user:another', returned: true, changed: null };
  const known = { reviews: true, draft };
  expect(nextForStaff(en, aView(), ME, known)).toMatchObject({ short: 'Revise the draft', whose: 'mine' });
  const coordinator = { ...ME, role: 'coordinator' as const };
  expect(nextForStaff(en, aView(), coordinator, known).short).toBe('Take or assign');
});

describe('the due date in words', () => {
  const running = (left: number) => ({
    state: 'running' as const,
    businessDaysUsed: 15 - left,
    businessDaysLeft: left,
  });
  test.each([
    ['days left', aView(), BEFORE, 'Due Nov 23, 5:00 PM', '5 business days left', 'calm'],
    ['two left', aView({ clock: running(2) }), BEFORE, 'Due Nov 23, 5:00 PM', '2 business days left', 'soon'],
    ['one left', aView({ clock: running(1) }), BEFORE, 'Due Nov 23, 5:00 PM', '1 business day left', 'soon'],
    ['the due day', aView({ clock: running(0) }), BEFORE, 'Due Nov 23, 5:00 PM', 'Due today', 'soon'],
    ['an hour late', aView({ clock: running(0) }), AFTER, 'Was due Nov 23, 5:00 PM', '', 'overdue'],
    [
      'paused',
      aView({ dueAt: null, clock: { state: 'paused', businessDaysUsed: 9, businessDaysLeft: 6 } }),
      BEFORE,
      'Clock paused',
      '6 business days left once they answer',
      'none',
    ],
    [
      'not started',
      aView({ dueAt: null, clock: { state: 'not-started', businessDaysUsed: 0, businessDaysLeft: 15 } }),
      BEFORE,
      'Clock not started',
      '',
      'none',
    ],
    [
      'answered late',
      aView({ clock: { state: 'stopped', businessDaysUsed: 17, businessDaysLeft: 0 } }),
      AFTER,
      'Clock stopped',
      '',
      'none',
    ],
  ])('%s', (_name, view, now, short, left, tone) => {
    expect(dueWords(en, view, now, ZONE)).toMatchObject({ short, left, tone });
  });

  test('a request paused when it was already late stays overdue', () => {
    const view = aView({ clock: { state: 'paused', businessDaysUsed: 16, businessDaysLeft: 0 } });
    expect(dueWords(en, view, AFTER, ZONE).long).toBe(
      'An answer was due Monday, November 23, 2026, 5:00 PM PT / 8:00 PM ET. The clock is paused until the requester answers.',
    );
  });
});

describe('one date binds: the target of a court or filing date comes first', () => {
  const filing = { kind: 'filing', date: '2026-11-20' };
  const by = (at: string, businessDaysLeft: number) => ({
    courtOrFilingDeadline: filing,
    answerBy: { at, because: 'filing' as const, businessDaysLeft },
  });
  const paused = { state: 'paused' as const, businessDaysUsed: 9, businessDaysLeft: 6 };
  const notStarted = { state: 'not-started' as const, businessDaysUsed: 0, businessDaysLeft: 15 };
  test.each([
    [
      'ahead',
      aView(by('2026-11-18T01:00:00.000Z', 1)),
      'Target Nov 17, 5:00 PM',
      '1 business day left',
      'soon',
      'Promised Nov 23, 5:00 PM',
    ],
    [
      'today',
      aView(by('2026-11-17T01:00:00.000Z', 0)),
      'Target Nov 16, 5:00 PM',
      'Target is today',
      'soon',
      'Promised Nov 23, 5:00 PM',
    ],
    [
      'behind',
      aView(by('2026-11-14T01:00:00.000Z', 0)),
      'Target was Nov 13, 5:00 PM',
      '',
      'overdue',
      'Promised Nov 23, 5:00 PM',
    ],
    [
      'while we wait',
      aView({ ...by('2026-11-18T01:00:00.000Z', 1), dueAt: null, clock: paused }),
      'Target Nov 17, 5:00 PM',
      '1 business day left',
      'soon',
      'for filing Nov 20',
    ],
    [
      'before the clock starts',
      aView({ ...by('2026-11-18T01:00:00.000Z', 1), dueAt: null, clock: notStarted }),
      'Target Nov 17, 5:00 PM',
      '1 business day left',
      'soon',
      'for filing Nov 20',
    ],
    [
      'after the date',
      aView({ courtOrFilingDeadline: filing }),
      'Due Nov 23, 5:00 PM',
      '5 business days left',
      'calm',
      null,
    ],
  ])('%s', (_name, view, short, left, tone, second) => {
    expect(dueWords(en, view, BEFORE, ZONE)).toMatchObject({ short, left, tone, second });
  });

  test('in whole sentences, with the kind of date that is known', () => {
    expect(dueWords(en, aView(by('2026-11-18T01:00:00.000Z', 1)), BEFORE, ZONE).long).toBe(
      'The target is Tuesday, November 17, 2026, 5:00 PM PT / 8:00 PM ET, because of the filing date, Friday, November 20, 2026. An answer is due Monday, November 23, 2026, 5:00 PM PT / 8:00 PM ET.',
    );
  });

  test.each([
    ['court', [], 'Court date Nov 20', 'moj-badge--grey'],
    ['filing', [], 'Filing date Nov 20', 'moj-badge--grey'],
    ['filing', ['court-date-past'], 'Filing date Nov 20 has passed', 'moj-badge--red'],
  ])('the badge of a %s date says %j', (kind, notices, text, classes) => {
    const view = aView({ courtOrFilingDeadline: { kind, date: '2026-11-20' }, notices });
    expect(queueBadges(en, view, BEFORE)).toEqual([{ text, classes }]);
  });
});

describe('badges are words', () => {
  test('overdue, escalated, urgent, court date: the most pressing first', () => {
    const view = aView({
      overdue: true,
      priority: 'urgent',
      escalationLevel: 2,
      courtOrFilingDeadline: { kind: 'court', date: '2026-12-18' },
    });
    expect(queueBadges(en, view, AFTER).map(({ text }) => text)).toEqual([
      'Overdue',
      'Escalated 2×',
      'Urgent',
      'Court date Dec 18',
    ]);
  });

  test('none once it is answered', () => {
    const clock = { state: 'stopped' as const, businessDaysUsed: 15, businessDaysLeft: 0 };
    expect(
      queueBadges(en, aView({ status: 'responded', clock, escalationLevel: 1, priority: 'urgent' }), AFTER),
    ).toEqual([]);
  });
});

describe('the next thing to do', () => {
  test.each([
    ['nobody has it', aView(), 'Take or assign', 'mine'],
    ['it is mine', aView({ status: 'in-progress', assignee: mine }), 'Write the answer', 'mine'],
    [
      'a colleague has it',
      aView({ status: 'in-progress', assignee: other }),
      'Write the answer',
      'colleague',
    ],
    ['a colleague wrote it', aView({ status: 'in-review', assignee: other }), 'Review and send', 'mine'],
    ['I wrote it', aView({ status: 'in-review', assignee: mine }), 'A colleague reviews', 'colleague'],
    [
      'the supervisor is silent',
      aView({ status: 'in-review', assignee: other, supervisor: { ...supervisor, status: 'unconfirmed' } }),
      'Wait for the supervisor',
      'requester',
    ],
    ['we asked', aView({ status: 'awaiting-information' }), 'Wait for the requester', 'requester'],
    [
      'courses are missing',
      aView({ status: 'awaiting-prerequisites', waitingFor: ['htd'] }),
      'Wait for courses',
      'requester',
    ],
    ['it is answered', aView({ status: 'responded', assignee: mine }), 'Close', 'mine'],
    ['it lapsed', aView({ status: 'lapsed' }), 'Nothing', 'nobody'],
    ...(['lapsed', 'merged', 'responded'] as const).map(
      (status) =>
        [
          `a message came in as it was ${status}`,
          aView({ status, assignee: mine, messageWaitingSince: '2026-11-16T18:00:00.000Z' }),
          'Reply to a message',
          'mine',
        ] as const,
    ),
  ])('%s', (_name, view, short, whose) => {
    expect(nextForStaff(en, view, ME, { reviews: true })).toMatchObject({ short, whose });
  });

  test('who may reopen but not refuse is told just that', () => {
    const coordinator = { ...ME, role: 'coordinator' as const };
    const view = aView({ status: 'lapsed', reopeningAskedAt: '2026-11-16T18:00:00.000Z' });
    const { short, long } = nextForStaff(en, view, coordinator, { reviews: false });
    expect(short).toBe('Reopen, or leave it to a colleague');
    expect(long).toContain(
      'You can reopen it; only attorneys, reviewers, directors, and administrators can refuse.',
    );
  });

  test('who may not send answers is not told to review', () => {
    const coordinator = { ...ME, role: 'coordinator' as const };
    const view = aView({ status: 'in-review', assignee: other });
    expect(nextForStaff(en, view, coordinator, { reviews: false }).whose).toBe('colleague');
  });
});

test('a row links to the decision that is mine to take, and hides a target that equals the due date', () => {
  const row = queueRow(
    aView(),
    {
      texts: en,
      me: ME,
      now: BEFORE,
      zone: ZONE,
      reviews: true,
      kindLabel: () => 'Case consultation',
      sort: 'priority',
    },
    3,
  );
  expect(row).toMatchObject({
    kind: 'Case consultation',
    assignee: 'Nobody yet',
    due: { beside: null, below: '5 business days left' },
    next: { text: 'Take or assign', href: `/staff/requests/${aView().id}/decide/assign` },
  });
});

test('a date without a promise takes no third line, before it and after', () => {
  const row = (now: Date) =>
    queueRow(
      aView({
        dueAt: null,
        clock: { state: 'not-started', businessDaysUsed: 0, businessDaysLeft: 15 },
        courtOrFilingDeadline: { kind: 'filing', date: '2026-11-26' },
        answerBy: { at: '2026-11-21T01:00:00.000Z', because: 'filing', businessDaysLeft: 4 },
      }),
      { texts: en, me: ME, now, zone: ZONE, reviews: true, kindLabel: (id) => id, sort: 'priority' },
      1,
    ).due;
  const below = 'for filing Nov 26 · Clock not started';
  expect(row(BEFORE)).toMatchObject({ short: 'Target Nov 20', beside: '4 business days left', below });
  expect(row(AFTER)).toMatchObject({ short: 'Target was Nov 20', beside: null, below });
});

describe('why a request stands where it does, in words', () => {
  const filing = { kind: 'filing', date: '2026-11-22' };
  test.each<[string, Partial<RequestView>, string, number | null, string | null, string]>([
    ['the date alone', {}, 'priority', 4, '4th', 'answer by Nov 23'],
    [
      'a group, and the date that it is in for',
      { priorityGroups: ['ovc-grantee', 'court-or-filing-deadline'], courtOrFilingDeadline: filing },
      'priority',
      3,
      '3rd',
      'OVC grantee, filing in 6 days',
    ],
    [
      'a group without one',
      { priorityGroups: ['completed-training'] },
      'priority',
      12,
      '12th',
      'completed training, answer by Nov 23',
    ],
    [
      'urgent by its date',
      { urgent: true, courtOrFilingDeadline: filing },
      'priority',
      1,
      '1st',
      'urgent, filing in 6 days',
    ],
    ['urgent, as staff said', { urgent: true }, 'priority', 2, '2nd', 'urgent, answer by Nov 23'],
    [
      'a date that passed',
      { urgent: true, courtOrFilingDeadline: { kind: 'court', date: '2026-11-10' } },
      'priority',
      21,
      '21st',
      'urgent, answer by Nov 23',
    ],
    // Not urgent at a time of low volume: its court date sets nothing here.
    ['a court date far off', { courtOrFilingDeadline: filing }, 'target', 1, '1st', 'answer by Nov 23'],
    ['no date', { targetAt: null }, 'target', 111, '111th', 'no date while the clock stands'],
    ['the promise', {}, 'due', null, null, 'promised by Nov 23'],
    ['receipt', { urgent: true }, '-received', 1, '1st', 'received Nov 2'],
    ['a name says itself', { urgent: true }, 'requester', 1, '1st', ''],
  ])('%s', (_name, change, sort, n, place, text) => {
    const context = { texts: en, me: ME, now: BEFORE, zone: ZONE, reviews: true, kindLabel: () => '', sort };
    expect(queueRow(aView(change), context, n).why).toEqual({ place, text });
  });
});

test('headings sort, say how it is sorted, and turn around', () => {
  const headings = (sort: 'priority' | 'target' | '-target') =>
    queueHeadings(en, '/staff', { ...PLAIN, tab: 'all', due: 'today', sort, trail: ['x'] }, true);
  expect(headings('priority').map(({ text, sorted, link }) => [text, sorted, link?.href])).toEqual([
    ['Answer by', undefined, '/staff?tab=all&due=today&sort=target'],
    ['Request', undefined, '/staff?tab=all&due=today&sort=received'],
    ['From', undefined, '/staff?tab=all&due=today&sort=requester'],
    ['Where it stands', undefined, '/staff?tab=all&due=today&sort=standing'],
    ['Assigned to', undefined, '/staff?tab=all&due=today&sort=assignee'],
    ['Why here', 'ascending', '/staff?tab=all&due=today&sort=-priority'],
  ]);
  expect(headings('target')[0]).toMatchObject({
    sorted: 'ascending',
    link: { href: '/staff?tab=all&due=today&sort=-target' },
  });
  expect(headings('-target')[0]).toMatchObject({
    sorted: 'descending',
    link: { href: '/staff?tab=all&due=today&sort=target' },
  });
});

test('each filter that is on is a tag of its own, and leads to the view without it', () => {
  const query = {
    ...PLAIN,
    tab: 'all' as const,
    q: 'legal',
    waitingOn: 'us' as const,
    state: 'NV',
    supervisor: true,
  };
  const choices = queueChoices(en, program, [], query);
  expect(filterTags(en, '/staff', query, choices)).toEqual([
    { text: '“legal”', href: '/staff?tab=all&waitingOn=us&state=NV&supervisor=yes' },
    { text: 'Waiting on us', href: '/staff?tab=all&q=legal&state=NV&supervisor=yes' },
    { text: 'Nevada', href: '/staff?tab=all&q=legal&waitingOn=us&supervisor=yes' },
    { text: 'Supervisor has not confirmed', href: '/staff?tab=all&q=legal&waitingOn=us&state=NV' },
  ]);
});

test.each([
  ['coordinator', { tab: 'unassigned', sort: 'priority' }],
  ['attorney', { tab: 'mine', sort: 'target' }],
  ['reviewer', { tab: 'review', sort: 'target' }],
  ['director', { tab: 'escalated', sort: 'target' }],
  ['admin', { tab: 'all', sort: 'priority' }],
] as const)('a %s lands on their own work', (role, lands) => {
  expect(landingOf(role)).toMatchObject(lands);
});

test('a merged request names the one that goes on, and how that stands', () => {
  const known = { draftAuthor: null, reviews: false, goesOnAs: 'TA-2026-0009 (withdrawn)' };
  expect(nextForStaff(en, { ...aView(), status: 'merged' }, ME, known).long).toMatch(
    /merged into TA-2026-0009 \(withdrawn\)/,
  );
});

test('every column sorts, ties by receipt; a second press turns the order around', () => {
  const at = (sort: typeof PLAIN.sort) =>
    queueHeadings(en, '/staff', { ...PLAIN, tab: 'all', sort }, true).map(({ link }) =>
      new URL(link?.href ?? '', 'http://desk.example').searchParams.get('sort'),
    );
  // The order that a view begins with stays out of its address.
  expect(at('received')).toEqual(['target', '-received', 'requester', 'standing', 'assignee', null]);
  expect(at('standing')[3]).toBe('-standing');
});

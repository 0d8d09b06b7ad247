import { describe, expect, test } from '@jest/globals';
import { ledgerRows } from '../../../../src/api/pages/requester/ledger-view.js';
import { nextSentence } from '../../../../src/api/pages/requester/next-sentence.js';
import { timelineItems } from '../../../../src/api/pages/requester/timeline-view.js';
import { waitingSince } from '../../../../src/api/pages/requester/waiting-since.js';
import type { RequestView } from '../../../../src/domain/requests/view.schema.js';
import { calendar, MONDAY, program } from '../form/a-program.js';

const view: RequestView = {
  id: '0b0e8f0e-3c0e-4a52-9a52-7c9f6f1c0001',
  reference: 'TA-2026-0001',
  status: 'queued',
  kind: 'case-consultation',
  documentKind: null,
  topics: ['immigration'],
  priority: 'normal',
  urgent: false,
  receivedAt: MONDAY,
  dueAt: '2026-11-25T01:00:00.000Z',
  targetAt: '2026-11-25T01:00:00.000Z',
  answerBy: { at: '2026-11-25T01:00:00.000Z', because: 'promise', businessDaysLeft: 15 },
  clock: { state: 'running', businessDaysUsed: 0, businessDaysLeft: 15 },
  waitingFor: [],
  assigned: false,
  assignee: null,
  escalationLevel: 0,
  episode: 1,
  requester: {
    name: 'Pat',
    email: 'pat@legal-aid.example',
    role: 'paralegal',
    organization: null,
    state: null,
    licensedIn: [],
    ovcGrantee: false,
  },
  supervisor: null,
  courtOrFilingDeadline: null,
  mergedInto: null,
  fromCall: null,
  messageWaitingSince: null,
  reopeningAskedAt: null,
  notices: [],
  version: 1,
  links: { self: '', events: '', clock: '', response: null, page: '' },
};
const supervisor = {
  name: 'Sam Lee',
  email: 'sam@legal-aid.example',
  role: 'attorney',
  status: 'unconfirmed',
};

describe('what happens next, in a sentence', () => {
  test.each<[string, Partial<RequestView>, RegExp]>([
    [
      'in the queue',
      {},
      /takes your request next\. You hear from us by Tuesday, November 24, 2026, 5:00 PM PT/,
    ],
    ['being worked on', { status: 'in-progress' }, /is working on your answer/],
    ['being checked', { status: 'in-review' }, /a second person is checking it/],
    [
      'with a filing date before the promise',
      {
        answerBy: { at: '2026-11-11T01:00:00.000Z', because: 'filing', businessDaysLeft: 6 },
        courtOrFilingDeadline: { kind: 'filing', date: '2026-11-16' },
      },
      /We aim for Tuesday, November 10, 2026, since your filing date is Monday, November 16, 2026; at the latest Tuesday, November 24/,
    ],
    [
      'with a court date so near that its target is past',
      {
        answerBy: { at: '2026-10-30T00:00:00.000Z', because: 'court', businessDaysLeft: 0 },
        courtOrFilingDeadline: { kind: 'court', date: '2026-11-03' },
      },
      /Your court date, Tuesday, November 3, 2026, is very near: we try to answer before it; at the latest Tuesday, November 24/,
    ],
    [
      'asked back, with a court date that does not wait',
      {
        status: 'awaiting-information',
        dueAt: null,
        answerBy: { at: '2026-11-11T01:00:00.000Z', because: 'court', businessDaysLeft: 6 },
        courtOrFilingDeadline: { kind: 'court', date: '2026-11-16' },
      },
      /clock stands still until you answer\. We aim for Tuesday, November 10, 2026, since your court date is Monday, November 16, 2026\./,
    ],
    [
      'asked to open it again',
      { status: 'closed', reopeningAskedAt: MONDAY },
      /asked us to open this request again/,
    ],
    [
      'waiting for the supervisor',
      { waitingFor: ['supervisor-confirmation'], supervisor },
      /once Sam Lee has confirmed/,
    ],
    [
      'waiting for courses',
      {
        status: 'awaiting-prerequisites',
        dueAt: null,
        targetAt: null,
        waitingFor: ['human-trafficking-defined', 't-visas-part-1'],
      },
      /passed Human Trafficking Defined and T Visas Part 1\. Unless you pass by Monday, January 4, 2027, the request ends/,
    ],
    [
      'waiting for an answer',
      { status: 'awaiting-information', dueAt: null },
      /clock stands still until you answer.*ends on Thursday, December 3/,
    ],
    [
      'after the supervisor said no',
      { status: 'awaiting-information', supervisor: { ...supervisor, status: 'refused' } },
      /another supervisor from you/,
    ],
    ['answered', { status: 'responded' }, /Our answer is here/],
    ['declined', { status: 'declined' }, /can’t help with this request/],
    ['lapsed', { status: 'lapsed' }, /did not arrive/],
  ])('%s', (_name, change, sentence) => {
    expect(
      nextSentence({ ...view, ...change }, { program, calendar, now: MONDAY, waitingSince: MONDAY }),
    ).toMatch(sentence);
  });

  test('late: sorry, and a new estimate', () => {
    const late = { ...view, escalationLevel: 1 };
    const sentence = nextSentence(late, {
      program,
      calendar,
      now: '2026-11-25T17:00:00.000Z',
      waitingSince: null,
    });
    expect(sentence).toMatch(
      /We are late: your answer was due Tuesday, November 24.*expect to answer by Wednesday, December 2/,
    );
  });
});

test('the present wait began with the last thing that made it necessary', () => {
  const events = [
    { type: 'received', at: '2026-11-02T18:00:00.000Z' },
    { type: 'information-requested', at: '2026-11-03T18:00:00.000Z' },
    { type: 'information-answered', at: '2026-11-04T18:00:00.000Z' },
    { type: 'information-requested', at: '2026-11-05T18:00:00.000Z' },
  ];
  expect(waitingSince('awaiting-information', events)).toBe('2026-11-05T18:00:00.000Z');
  expect(waitingSince('awaiting-prerequisites', events)).toBe('2026-11-02T18:00:00.000Z');
  expect(waitingSince('queued', events)).toBeNull();
});

test('the timeline shows the newest first and leaves out what only concerns the staff', () => {
  const items = timelineItems(
    [
      { type: 'received', at: '2026-11-02T18:00:00.000Z', data: {} },
      { type: 'unassigned-reminded', at: '2026-11-04T17:00:00.000Z', data: { n: 2 } },
      { type: 'extended', at: '2026-11-05T17:00:00.000Z', data: { businessDays: 1 } },
    ],
    program,
  );
  expect(items.map(({ label, text }) => [label.text, text])).toEqual([
    ['We need more time', '1 more business day'],
    ['We received your request', ''],
  ]);
});

test('the ledger says of each day what it was', () => {
  expect(
    ledgerRows([
      { date: '2026-11-25', kind: 'received', count: 0, reason: 'after-hours' },
      { date: '2026-11-26', kind: 'holiday', count: 0, reason: 'Thanksgiving Day' },
      { date: '2026-11-27', kind: 'due', count: 1, reason: null },
    ]),
  ).toEqual([
    {
      date: 'Wed, Nov 25',
      what: 'Received: after closing time, so it counts from the next business day',
      count: 0,
      counts: false,
    },
    { date: 'Thu, Nov 26', what: 'Holiday: Thanksgiving Day', count: 0, counts: false },
    { date: 'Fri, Nov 27', what: 'Answer due', count: 1, counts: true },
  ]);
});

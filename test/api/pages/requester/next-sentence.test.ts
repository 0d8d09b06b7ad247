import { describe, expect, test } from '@jest/globals';
import { toldApart } from '../../../../src/api/pages/parts/told-apart.js';
import { ledgerRows } from '../../../../src/api/pages/requester/ledger-view.js';
import { nextSentence } from '../../../../src/api/pages/requester/next-sentence.js';
import { requestPageView } from '../../../../src/api/pages/requester/request-page-view.js';
import { timelineItems } from '../../../../src/api/pages/requester/timeline-view.js';
import { tooLate } from '../../../../src/api/pages/requester/too-late.js';
import { waitingSince } from '../../../../src/api/pages/requester/waiting-since.js';
import { paths } from '../../../../src/api/paths.js';
import { en } from '../../../../src/api/text/en/en.js';
import {
  isOpen,
  isWaiting,
  REQUEST_STATUSES,
  type RequestStatus,
} from '../../../../src/domain/requests/statuses.js';
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
  priorityGroups: [],
  receivedAt: MONDAY,
  dueAt: '2026-11-25T01:00:00.000Z',
  targetAt: '2026-11-25T01:00:00.000Z',
  answerBy: { at: '2026-11-25T01:00:00.000Z', because: 'promise', businessDaysLeft: 15 },
  clock: { state: 'running', businessDaysUsed: 0, businessDaysLeft: 15 },
  waitingFor: [],
  waitingOn: 'us',
  assigned: false,
  assignee: null,
  overdue: false,
  escalationLevel: 0,
  episode: 1,
  requester: {
    id: null,
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
  followUp: null,
  followUpUntil: null,
  closesOn: null,
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
      /is in our queue until someone on our staff takes it\. You will hear from us by Tuesday, November 24, 2026, 5:00 PM PT/,
    ],
    ['being worked on', { status: 'in-progress' }, /is working on the answer/],
    ['being checked', { status: 'in-review' }, /a second staff member is reviewing it/],
    [
      'with a filing date before the promise',
      {
        answerBy: { at: '2026-11-11T01:00:00.000Z', because: 'filing', businessDaysLeft: 6 },
        courtOrFilingDeadline: { kind: 'filing', date: '2026-11-16' },
      },
      /We aim to answer by Tuesday, November 10, 2026 because your filing date is Monday, November 16, 2026, and will answer no later than Tuesday, November 24/,
    ],
    [
      'with a court date so near that its target is past',
      {
        answerBy: { at: '2026-10-30T00:00:00.000Z', because: 'court', businessDaysLeft: 0 },
        courtOrFilingDeadline: { kind: 'court', date: '2026-11-03' },
      },
      /Your court date, Tuesday, November 3, 2026, is very close\. We will try to answer before it, and will answer no later than Tuesday, November 24/,
    ],
    [
      'asked back, with a court date that does not wait',
      {
        status: 'awaiting-information',
        dueAt: null,
        answerBy: { at: '2026-11-11T01:00:00.000Z', because: 'court', businessDaysLeft: 6 },
        courtOrFilingDeadline: { kind: 'court', date: '2026-11-16' },
      },
      /paused until you answer\. Your court date is Monday, November 16, 2026, and that date does not wait\. To get our answer by Tuesday, November 10, 2026, answer soon\./,
    ],
    ['asked to reopen it', { status: 'closed', reopeningAskedAt: MONDAY }, /have the request to reopen this/],
    [
      'waiting for the supervisor',
      { waitingFor: ['supervisor-confirmation'], supervisor },
      /^Your request is in our queue until someone on our staff takes it\. We can send our answer once Sam Lee has confirmed/,
    ],
    [
      'written, and waiting for the supervisor',
      { status: 'in-review', waitingFor: ['supervisor-confirmation'], supervisor },
      /^The answer is written.*once Sam Lee has confirmed/,
    ],
    ['merged', { status: 'merged' }, /^This was merged into another request of yours\.$/],
    [
      'waiting for the supervisor after the promised day',
      { waitingFor: ['supervisor-confirmation'], supervisor, dueAt: '2026-10-30T00:00:00.000Z' },
      /^Our answer can’t be sent before Sam Lee has confirmed .* The answer was due Thursday, October 29/,
    ],
    [
      'waiting for courses',
      {
        status: 'awaiting-prerequisites',
        dueAt: null,
        targetAt: null,
        waitingFor: ['human-trafficking-defined', 't-visas-part-1'],
      },
      /passed Human Trafficking Defined and T Visas Part 1\. If you have not passed before Monday, January 4, 2027, the request ends on that day/,
    ],
    [
      'waiting for courses, with a court date that does not wait',
      {
        status: 'awaiting-prerequisites',
        dueAt: null,
        answerBy: { at: '2026-11-11T01:00:00.000Z', because: 'court', businessDaysLeft: 6 },
        courtOrFilingDeadline: { kind: 'court', date: '2026-11-16' },
        waitingFor: ['t-visas-part-1'],
      },
      /passed T Visas Part 1\. Your court date is Monday, November 16, 2026, and that date does not wait\. To get our answer by Tuesday, November 10, 2026, pass the self-assessment soon\. If you have/,
    ],
    [
      'waiting for two courses and the supervisor, with a court date',
      {
        status: 'awaiting-prerequisites',
        dueAt: null,
        answerBy: { at: '2026-11-11T01:00:00.000Z', because: 'court', businessDaysLeft: 6 },
        courtOrFilingDeadline: { kind: 'court', date: '2026-11-16' },
        waitingFor: ['human-trafficking-defined', 't-visas-part-1', 'supervisor-confirmation'],
        supervisor,
      },
      /passed Human Trafficking Defined and T Visas Part 1\. We can send our answer once Sam Lee has confirmed that they supervise you\. .* To get our answer by Tuesday, November 10, 2026, pass both self-assessments soon, and ask Sam Lee to look for our e-mail\./,
    ],
    [
      'waiting for an answer',
      { status: 'awaiting-information', dueAt: null },
      /paused until you answer.*before Thursday, December 3, 2026, the request ends/,
    ],
    [
      'after the supervisor said no',
      { status: 'awaiting-information', supervisor: { ...supervisor, status: 'refused' } },
      /another supervisor from you/,
    ],
    ['answered', { status: 'responded' }, /Our answer is ready/],
    ['declined', { status: 'declined' }, /can’t help with this request/],
    ['lapsed', { status: 'lapsed' }, /did not arrive/],
  ])('%s', (_name, change, sentence) => {
    expect(
      nextSentence(
        { ...view, ...change },
        { texts: en, program, calendar, now: MONDAY, waitingSince: MONDAY, own: true },
      ),
    ).toMatch(sentence);
  });

  test.each([
    ['refused', 'Name another supervisor', 'The name of another supervisor'],
    ['confirmed', 'Answer our question', 'Your answer to our question'],
  ])('waited for, the supervisor %s: %s', (status, button, item) => {
    const waits: RequestView = {
      ...view,
      status: 'awaiting-information',
      waitingFor: ['information'],
      supervisor: { ...supervisor, status },
    };
    const page = requestPageView(waits, {
      texts: en,
      program,
      calendar,
      now: MONDAY,
      waitingSince: MONDAY,
      own: true,
    });
    expect([page.actions.answerText, page.waiting[0]?.text]).toEqual([button, item]);
  });

  test.each([
    ['the requester, where courses are missing', true, true],
    ['not the requester who misses none', true, false],
    ['not the supervisor, whose addresses they are not', false, true],
  ])('another address, under which courses were passed, is asked of %s', (_whom, own, missing) => {
    const missed = missing ? program.courses.slice(0, 2).map(({ id }) => id) : [];
    const { waiting, courses } = requestPageView(
      {
        ...view,
        status: 'awaiting-prerequisites',
        waitingFor: [...missed, 'supervisor-confirmation'],
        supervisor: { ...supervisor, status: 'unconfirmed' },
      },
      { texts: en, program, calendar, now: MONDAY, waitingSince: MONDAY, own },
    );
    expect(waiting).toHaveLength(missed.length + 1);
    if (own && missing) {
      expect(courses?.text).toContain(view.requester.email);
      expect(courses?.elsewhere.href).toBe(paths.myAddresses);
    } else expect(courses).toBeNull();
  });

  test('a promise that is past is not told as one to come', () => {
    const now = '2026-11-25T17:00:00.000Z';
    const rowsOf = (change: Partial<RequestView>) =>
      requestPageView(
        { ...view, ...change },
        { texts: en, program, calendar, now, waitingSince: null, own: true },
      )
        .rows.map(({ key, value }) => `${key.text}: ${value.text}`)
        .join('\n');
    expect(rowsOf({})).toContain('Our answer was due: Tuesday, November 24, 2026');
    const court = rowsOf({
      answerBy: { at: '2026-11-21T01:00:00.000Z', because: 'court', businessDaysLeft: 0 },
      courtOrFilingDeadline: { kind: 'court', date: '2026-11-27' },
    });
    expect(court).toContain('It was due Tuesday, November 24, 2026');
    expect(`${rowsOf({})}${court}`).not.toMatch(/We answer by: Tuesday|No later than/);
  });

  const reference = 'TA-2026-0001';
  const other = {
    id: view.id,
    reference,
    status: 'queued' as RequestStatus,
    supervisor: 'not-needed',
    visible: true,
  };
  const here = { texts: en, program, calendar, now: MONDAY, waitingSince: null };

  test.each<[RequestStatus, string, string]>([
    [
      'in-progress',
      `We are answering this together with your request ${reference}.`,
      `We are answering this together with request ${reference}, from the same person.`,
    ],
    ['awaiting-information', 'that one waits for your answer', 'waits for the requester’s answer'],
    ['awaiting-prerequisites', 'as soon as you have passed', 'the requester has passed'],
    ['responded', 'Our answer there covers both.', 'Our answer there covers both.'],
    ['closed', 'covers both. That request is closed by now.', 'That request is closed by now.'],
    ['redirected', 'There we pointed you to another resource', 'There we pointed the requester to another'],
    ['declined', 'We can’t help with it.', 'We can’t help with it.'],
    ['withdrawn', 'You withdrew that one', 'The requester withdrew that one'],
    ['lapsed', 'something we needed did not arrive', 'something we needed did not arrive'],
  ])('merged into one that is %s', (status, toRequester, toSupervisor) => {
    const [own, supervisors] = [true, false].map(
      (own) =>
        requestPageView(
          { ...view, status: 'merged' },
          { ...here, own, other: { ...other, status, visible: own } },
        ).next,
    );
    expect(own).toContain(toRequester);
    expect(supervisors).toContain(toSupervisor);
    for (const words of [own, supervisors]) {
      expect(words).toContain(reference);
      expect(/We are answering this/.test(words ?? '')).toBe(isOpen(status) && !isWaiting(status));
    }
  });

  test.each<[RequestStatus, string, RegExp]>([
    ['awaiting-information', 'refused', /waits until you have named another supervisor there\.$/],
    [
      'in-progress',
      'unconfirmed',
      /We are answering this together .* once the person named there as supervisor/,
    ],
    ['in-progress', 'confirmed', new RegExp(`together with your request ${reference}\\.$`)],
  ])('merged into one that is %s, its supervisor %s', (status, supervisor, sentence) => {
    const goesOn = { ...other, status, supervisor };
    expect(
      requestPageView({ ...view, status: 'merged' }, { ...here, own: true, other: goesOn }).next,
    ).toMatch(sentence);
  });

  test.each<[RequestStatus, string]>([
    ['queued', 'Also answers'],
    ['responded', 'Also answers'],
    ['closed', 'Also answers'],
    ['withdrawn', 'Was merged into it'],
    ['redirected', 'Was merged into it'],
    ['lapsed', 'Was merged into it'],
    ['merged', 'Was merged into it'],
  ])('%s, another one merged into it: %s', (status, key) => {
    const { rows } = requestPageView({ ...view, status }, { ...here, own: true, answersToo: [other] });
    expect(rows.find(({ value }) => value.text === reference)?.key.text).toBe(key);
  });

  test('a merged request leads to the one that goes on, which names it', () => {
    const ended = { ...view, status: 'merged' as const };
    const hidden = requestPageView(ended, { ...here, own: false, other: { ...other, visible: false } });
    expect(hidden.actions.other).toBeNull();
    expect(requestPageView(ended, { ...here, own: true, other }).actions.other).toBe(
      paths.myRequest(other.id),
    );
    expect(requestPageView(view, { ...here, own: true, answersToo: [other] }).rows).toContainEqual(
      expect.objectContaining({ key: { text: 'Also answers' }, value: { text: reference } }),
    );
  });

  test('late: sorry, and a new estimate', () => {
    const late = { ...view, escalationLevel: 1 };
    const sentence = nextSentence(late, {
      texts: en,
      program,
      calendar,
      now: '2026-11-25T17:00:00.000Z',
      waitingSince: null,
      own: true,
    });
    expect(sentence).toMatch(
      /We are late: the answer was due Tuesday, November 24.*expect to answer by Wednesday, December 2/,
    );
  });
});

/** Everything a page of the request says of its own: next sentence, status, waits, notices, events. */
describe('to the supervisor', () => {
  const context = { texts: en, program, calendar, now: MONDAY, waitingSince: MONDAY, own: false };
  const court = {
    answerBy: { at: '2026-11-11T01:00:00.000Z', because: 'court' as const, businessDaysLeft: 6 },
    courtOrFilingDeadline: { kind: 'court', date: '2026-11-16' },
  };
  test.each(REQUEST_STATUSES.flatMap((status) => [{}, court].map((more) => [status, more] as const)))(
    '%s: nobody is addressed who is not meant',
    (status, more) => {
      const waitingFor = {
        'awaiting-information': ['information'],
        'awaiting-prerequisites': ['t-visas-part-1'],
      };
      const seen = requestPageView(
        {
          ...view,
          ...more,
          status,
          waitingFor: waitingFor[status as 'awaiting-information'] ?? [],
          notices: ['court-date-past', 'court-date-too-soon'],
        },
        context,
      );
      const said = [seen.next, seen.status.text, ...seen.notices, ...seen.waiting.map(({ text }) => text)];
      // "You or the requester can ask" is meant for both.
      const words = said.join(' ').replace(/\byou or (the requester|they)\b|the requester and you/gi, '');
      expect(words).not.toMatch(/\b(you|your|yours)\b/i);
      expect(seen.waiting.map(({ href }) => href)).not.toContain(paths.myRequestPage(view.id, 'answer'));
    },
  );

  test('no event of the timeline says "you" to them, nor "the requester" to the requester', () => {
    const events = Object.keys(en.requester.events).map((type) => ({
      type,
      episode: 1,
      at: MONDAY,
      data: { clock: 'resumed', courseId: 't-visas-part-1', missing: ['t-visas-part-1'], businessDays: 2 },
    }));
    for (const { label, text } of timelineItems(en, events, program, { own: false })) {
      expect(`${label.text} ${text}`).not.toMatch(/\b(you|your)\b/i);
    }
    // To the requester, nobody speaks of "the requester", or of "the same person".
    for (const { label, text } of timelineItems(en, events, program, { own: true })) {
      expect(`${label.text} ${text}`).not.toMatch(/the requester|the same person/i);
    }
  });
});

test.each<[string, Partial<RequestView>, RegExp, string]>([
  [
    'it lapsed',
    { status: 'lapsed' },
    /TA-2026-0001 ended before this was sent/,
    paths.myRequestPage(view.id, 'reopening'),
  ],
  [
    'it was answered',
    { status: 'responded' },
    /We answered request TA-2026-0001 before/,
    paths.myRequestPage(view.id, 'reopening'),
  ],
  ['it was merged', { status: 'merged' }, /was merged into another one before/, paths.myRequest(view.id)],
  [
    'a reopening is asked for',
    { status: 'closed', reopeningAskedAt: MONDAY },
    /ended before/,
    paths.myRequest(view.id),
  ],
  [
    'it goes on without',
    { status: 'in-progress' },
    /does not wait for this any more/,
    paths.myRequestPage(view.id, 'message'),
  ],
])('what was typed comes too late: %s', (_what, change, notice, href) => {
  const gone = tooLate(en, { ...view, ...change });
  expect(gone.notice).toMatch(notice);
  expect(gone.link.href).toBe(href);
});

test('a reopening, recorded at the end of one episode and the start of the next, is told once', () => {
  const at = '2026-11-02T18:00:00.000Z';
  const events = [
    { type: 'responded', episode: 1, at: MONDAY, data: {} },
    { type: 'reopened', episode: 1, at, data: {} },
    { type: 'reopened', episode: 2, at, data: {} },
    { type: 'reopened', episode: 3, at: '2026-12-02T18:00:00.000Z', data: {} },
  ];
  const titles = timelineItems(en, events, program, { own: true }).map(({ label }) => label.text);
  expect(titles).toEqual(['We reopened the request', 'We reopened the request', 'We answered']);
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
    en,
    [
      { type: 'received', episode: 1, at: '2026-11-02T18:00:00.000Z', data: {} },
      { type: 'unassigned-reminded', episode: 1, at: '2026-11-04T17:00:00.000Z', data: { n: 2 } },
      { type: 'assigned', episode: 1, at: '2026-11-04T18:00:00.000Z', data: {} },
      { type: 'assigned', episode: 1, at: '2026-11-04T19:00:00.000Z', data: {} },
      { type: 'extended', episode: 1, at: '2026-11-05T17:00:00.000Z', data: { businessDays: 1 } },
    ],
    program,
    { own: true },
  );
  expect(items.map(({ label, text }) => [label.text, text])).toEqual([
    ['We need more time', '1 more business day'],
    ['Someone else on our staff has the request now', ''],
    ['Someone on our staff took the request', ''],
    ['We received the request', ''],
  ]);
});

test('whoever has said how it went with a mentor is not asked once more', () => {
  const { state } = en.requester.mentoring.introduction;
  for (const words of [state.requester, state.mentor]) {
    expect(words['following-up']({ by: '', other: 'Mona' })).toBe('You were introduced to Mona.');
    expect(words['following-up']({ by: 'Friday', other: 'Mona' })).toContain('until Friday');
  }
});

test('the ledger says of each day what it was', () => {
  expect(
    ledgerRows(en, [
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

test.each<[string, Parameters<typeof toldApart>[2], string]>([
  [
    'kind and topics',
    { ...view, topics: ['immigration', 'civil'], courtDate: null },
    'Case consultation · Immigration, Civil',
  ],
  [
    'a document, with its date',
    { kind: 'document-review', documentKind: 't-visa-denial', topics: [], courtDate: '2026-12-02' },
    'Document review · T visa denial · court or filing date Wednesday, December 2, 2026',
  ],
])('requests are told apart by %s', (_what, about, words) => {
  expect(toldApart(en, program, about)).toBe(words);
});

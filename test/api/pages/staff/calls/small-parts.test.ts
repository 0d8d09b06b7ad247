import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asTyped } from '../../../../../src/api/pages/kit/fields.js';
import { withMissing } from '../../../../../src/api/pages/kit/form-errors.js';
import { parseStates, stateName } from '../../../../../src/api/pages/parts/parse-states.js';
import { withoutIdentifiers } from '../../../../../src/api/pages/staff/calls/agenda.js';
import {
  othersOf,
  readByHand,
  typedOnto,
} from '../../../../../src/api/pages/staff/calls/attendance-by-hand.js';
import { readReportFile } from '../../../../../src/api/pages/staff/calls/attendance-report.js';
import { callForm, readCallDecision, readTime } from '../../../../../src/api/pages/staff/calls/call-forms.js';
import { callSentence } from '../../../../../src/api/pages/staff/calls/call-timeline.js';
import { deliveryRows } from '../../../../../src/api/pages/staff/calls/delivery-report.js';
import { readChange as readQuestionChange } from '../../../../../src/api/pages/staff/calls/question-forms.js';
import { readRegistrationDecision } from '../../../../../src/api/pages/staff/calls/registration-page.js';
import { readChange } from '../../../../../src/api/pages/staff/calls/series-page.js';
import { en } from '../../../../../src/api/text/en/en.js';
import { timeLeftWords } from '../../../../../src/api/text/en/pages/staff-calls/selection-board.js';
import { wordsOf } from '../../../../../src/api/views/page-errors.js';
import { STATES } from '../../../../../src/domain/program/states.js';

const PACIFIC = 'America/Los_Angeles';

describe('a time as people type it', () => {
  test.each([
    ['12:00 PM', '12:00'],
    ['12 am', '00:00'],
    ['9 a.m.', '09:00'],
    ['1:30pm', '13:30'],
    ['13:30', '13:30'],
    ['1', null],
    ['25:00', null],
    ['13:30 pm', null],
    ['noon', null],
    ['', null],
  ])('%j is %j', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });
});

describe('a decision about a call, as typed', () => {
  test('a new time is read in Pacific time, in winter and in summer', () => {
    const on = (month: string) =>
      readCallDecision(
        en,
        'move',
        { 'date-month': month, 'date-day': '8', 'date-year': '2027', time: '12:00 PM' },
        PACIFIC,
      );
    expect(on('12')).toEqual({
      ok: true,
      value: { kind: 'reschedule', startsAt: '2027-12-08T20:00:00.000Z' },
    });
    expect(on('7')).toEqual({
      ok: true,
      value: { kind: 'reschedule', startsAt: '2027-07-08T19:00:00.000Z' },
    });
  });

  test.each([
    ['move', {}, ['/date-month', '/time']],
    ['move', { 'date-month': '2', 'date-day': '30', 'date-year': '2027', time: '9 AM' }, ['/date-day']],
    ['cancel', { reason: '  ' }, ['/reason']],
    ['recap', { body: '' }, ['/body']],
    ['link', { link: 'http://meeting.example' }, ['/link']],
    ['link', { link: 'https://a b' }, ['/link']],
  ] as const)('%s with %j names the fields at fault', (kind, values, pointers) => {
    const read = withMissing(callForm(en, kind).fields, values, readCallDecision(en, kind, values, PACIFIC));
    expect(read.ok ? [] : read.problem.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
  });
});

describe('a change of a series, as typed', () => {
  test.each([
    [{ kind: 'pause' }, { kind: 'pause' }],
    [
      { kind: 'skip', 'skip-month': '12', 'skip-day': '29', 'skip-year': '2027' },
      { kind: 'skip', date: '2027-12-29' },
    ],
    [
      { kind: 'extra', 'extra-month': '1', 'extra-day': '4', 'extra-year': '2028', topic: 'general' },
      { kind: 'extra', date: '2028-01-04', topic: 'general' },
    ],
  ])('%j', (values, decision) => {
    expect(readChange(en, values as Record<string, string>)).toEqual({ ok: true, value: decision });
  });

  test('an extra call without a date says so', () => {
    const read = readChange(en, { kind: 'extra' });
    expect(read.ok ? [] : read.problem.errors?.map(({ pointer }) => pointer)).toEqual(['/extra-month']);
  });
});

describe('a decision about a registration, as typed', () => {
  test.each([
    [{}, '/kind'],
    [{ kind: 'deny', reason: ' ' }, '/reason'],
    [{ kind: 'revoke' }, '/reason'],
  ])('%j lacks %s', (values, pointer) => {
    const read = readRegistrationDecision(en, values as Record<string, string>);
    expect(read.ok ? null : read.problem.errors?.[0]?.pointer).toBe(pointer);
  });

  test('an approval needs no reason', () => {
    expect(readRegistrationDecision(en, { kind: 'approve', reason: '' })).toEqual({
      ok: true,
      value: { kind: 'approve' },
    });
  });
});

test('states of licensure are read back as the form fills them in', () => {
  const codes = STATES.map(({ code }) => code);
  expect(parseStates(codes.map(stateName).join(', '))).toEqual({ codes, unknown: [] });
});

describe('attendance by hand', () => {
  const times = { startsAt: '2027-12-08T20:00:00.000Z', endsAt: '2027-12-08T21:00:00.000Z' };
  const askers = [{ personId: 'ada', email: 'ada@x.example', name: 'Ada' }];

  test('askers checked and addresses typed were there the whole time', () => {
    const read = readByHand(
      en.staff.calls.aboutCall.attendance,
      { checked: ['ada@x.example'], others: '\nBo@y.example\n' },
      { askers, known: [] },
      times,
    );
    expect(read.ok && read.rows.map(({ email, joinedAt, leftAt }) => [email, joinedAt, leftAt])).toEqual([
      ['ada@x.example', times.startsAt, times.endsAt],
      ['bo@y.example', times.startsAt, times.endsAt],
    ]);
  });

  test('an address that is none is named by its line', () => {
    const read = readByHand(
      en.staff.calls.aboutCall.attendance,
      { checked: [], others: 'bo@y.example\nBo Young' },
      { askers, known: [] },
      times,
    );
    expect(read.ok ? [] : read.errors).toEqual([
      { pointer: '/others', message: 'Line 2 is not an e-mail address.' },
    ]);
  });

  test('nobody at all is refused: it would make everybody absent', () => {
    const nobody = readByHand(
      en.staff.calls.aboutCall.attendance,
      { checked: ['who@else.example'], others: '' },
      { askers, known: [] },
      times,
    );
    expect(nobody.ok).toBe(false);
  });

  test('saved as it was shown, every row stays: without an address, of one name, of a telephone', () => {
    const row = fc.record({
      id: fc.uuid(),
      personId: fc.option(fc.constantFrom('p1', 'p2', 'p3')),
      email: fc.option(fc.constantFrom('a@x.example', 'b@x.example', 'ada@x.example')),
      name: fc.oneof(
        fc.constantFrom('', '1310555****', 'Ruth’s iPhone', 'ruth’s  iphone', '\u200b', 'a@x.example', 'Zoë'),
        fc.string({ unit: 'binary', maxLength: 30 }),
      ),
    });
    const boxes = ['p1', 'p2'].map((personId) => ({
      personId,
      email: `${personId}@x.example`,
      name: personId,
    }));
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ id }) => id, minLength: 1 }), (known) => {
        const checked = boxes.filter((box) => known.some(({ personId }) => personId === box.personId));
        const others = asTyped(
          othersOf(en.staff.calls.aboutCall.attendance, known, boxes).replaceAll('\n', '\r\n'),
        );
        const typed = { checked: checked.map(({ email }) => email), others };
        const read = readByHand(en.staff.calls.aboutCall.attendance, typed, { askers: boxes, known }, times);
        expect(read.ok && [read.rows, [...read.keep].sort()]).toEqual([[], known.map(({ id }) => id).sort()]);
      }),
    );
  });

  test('an unchecked asker and a line taken out go, the rest stays', () => {
    const known = [
      { id: '1', personId: 'ada', email: 'ada@x.example', name: 'Ada' },
      { id: '2', personId: null, email: null, name: '1310555****' },
      { id: '3', personId: null, email: null, name: '1310555****' },
      { id: '4', personId: 'bo', email: null, name: 'Bo’s iPhone' },
    ];
    const others = '1310555****\nBo’s iPhone\nnew@y.example';
    const read = readByHand(
      en.staff.calls.aboutCall.attendance,
      { checked: [], others },
      { askers, known },
      times,
    );
    expect(read.ok && [read.keep, read.rows.map(({ email }) => email)]).toEqual([
      ['2', '4'],
      ['new@y.example'],
    ]);
  });

  test('what was typed onto an older page is kept beside what is known by now', () => {
    const known = [{ id: '2', personId: null, email: null, name: '1310555****' }];
    const typed = { checked: ['ada@x.example'], others: 'new@y.example\nGone' };
    expect(typedOnto(en.staff.calls.aboutCall.attendance, known, askers, typed)).toEqual({
      there: ['ada@x.example'],
      others: '1310555****\nnew@y.example',
    });
  });

  test('a report with one bad line is refused as a whole', () => {
    const row = {
      email: 'a@x.example',
      name: 'A',
      joinedAt: times.startsAt,
      leftAt: null,
      registrantId: null,
    };
    const read = readReportFile(en.staff.calls.aboutCall.attendance, {
      rows: [row],
      problems: [{ line: 7, code: 'bad-time' }],
    });
    expect(read.ok ? [] : read.errors.map((error) => wordsOf(en, error))).toEqual([
      expect.stringMatching(/^Line 7 has a time that cannot be read\./),
    ]);
  });
});

test('the agenda leaves out the asker, the organization, addresses and what looks like an identifier', () => {
  const words =
    'Ada Stone of Valley (Legal) Aid, ada@x.example: my client, A# 123 456 789, born on 1/2/1990, entered in May.';
  expect(withoutIdentifiers(en, words, ['Ada Stone', 'Valley (Legal) Aid', null])).toBe(
    '[left out] of [left out], [left out]: my client, [left out], [left out], entered in May.',
  );
});

test.each([
  ['ask a&b@x.example!', 'ask [left out]!'],
  ['a/b@x.xn--p1ai, or {ab}?c@x.example.', '[left out], or {ab}[left out].'],
  ['ada@x.example/bo@y.example', '[left out]'],
  ['why?not!me@x.example', '[left out]'],
  ['josé@büro.example and ada＠x.example', '[left out] and [left out]'],
  ['mailto:ada@x.example?subject=Hi', 'mailto:[left out]'],
  ['at noon @ the office', 'at noon @ the office'],
  [`client Maximiliana${' Bartholomea-Wilhelmina'.repeat(3)} said`, '[left out] said'],
])('an address we take, and what looks like one, is left out of the agenda: %j', (words, shown) => {
  expect(withoutIdentifiers(en, words, [])).toBe(shown);
});

test('mail is counted by kind; what is on its way counts as waiting', () => {
  const rows = deliveryRows(en, [
    { kind: 'call-reminder', status: 'sent', n: 40 },
    { kind: 'call-reminder', status: 'sending', n: 2 },
    { kind: 'call-reminder', status: 'unknown', n: 1 },
  ]);
  expect(rows).toEqual([expect.objectContaining({ kind: 'Reminder', progress: '41 of 43 sent so far.' })]);
  expect(rows[0]?.numbers.map(({ value }) => value)).toEqual([2, 40, 0, 1, 0]);
});

test.each([
  ['cancelled', { reason: 'no-questions' }, 'The call was cancelled: nobody asked anything by the cut-off'],
  ['questions-closed', { count: 4 }, 'Questions closed: 4'],
  ['planned', {}, 'The call was planned'],
] as const)('the event %s is told in words', (type, data, sentence) => {
  expect(callSentence(en, type, data, PACIFIC)).toBe(sentence);
});

test.each([
  [{ days: 2, hours: 3, minutes: 4 }, '2 days, 3 hours'],
  [{ days: 0, hours: 1, minutes: 4 }, '1 hour, 4 minutes'],
  [{ days: 0, hours: 0, minutes: 0 }, 'less than a minute'],
])('time left %j reads %s', (left, words) => {
  expect(timeLeftWords(left)).toBe(words);
});

test.each([
  [1, '1 later call planned; it appears here as it comes closer.'],
  [2, '2 later calls planned; they appear here as they come closer.'],
])('of %d calls the board does not list yet it says %j', (n, words) => {
  expect(en.staff.desk.calls.later(n)).toBe(words);
});

test('wherever a call is changed, the page of its series speaks of the call’s page', () => {
  const { skip, extra, pause } = en.staff.desk['calls/series/:series'];
  expect([skip.intro, extra.intro('12:00'), pause.intro]).toEqual(
    [/on its own page/, /on its page/, /on their own pages/].map((words) => expect.stringMatching(words)),
  );
});

test.each(['', '\u0000', 'a call', 'x'.repeat(101), '../x'])('a question moves to no call named %j', (to) => {
  const read = readQuestionChange(en, { action: 'move', to, legal: 'yes', consent: 'yes' });
  expect(JSON.stringify(read)).toContain('"pointer":"/to"');
});

test('a question moves to the call that was chosen', () => {
  const to = 'legal-working-group-2026-11-04';
  const read = readQuestionChange(en, { action: 'move', to, legal: 'yes', consent: 'yes' });
  expect(read).toEqual({ ok: true, value: { action: 'move', to } });
});

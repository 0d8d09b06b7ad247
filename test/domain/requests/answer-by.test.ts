import { expect, test } from '@jest/globals';
import { loadProgram } from '../../../src/adapters/program/load-program.js';
import { calendarOf } from '../../../src/domain/program/calendar-of.js';
import { answerBy } from '../../../src/domain/requests/answer-by.js';
import { createCalendar } from '../../../src/domain/time/calendar.js';
import type { ClockReading } from '../../../src/domain/time/types.js';

const { program } = loadProgram('program');
const calendar = createCalendar(calendarOf(program, []));
/** Wednesday, November 25, 2026, 10:00; the promise falls on Monday, December 21. */
const AT = '2026-11-25T18:00:00.000Z';
const PROMISE = '2026-12-22T01:00:00.000Z';
const reading = (change: Partial<ClockReading> = {}): ClockReading =>
  ({
    state: 'running',
    dueAt: PROMISE,
    businessDaysUsed: 0,
    businessDaysLeft: 17,
    ...change,
  }) as ClockReading;
const waiting = reading({ state: 'not-started', dueAt: null, businessDaysLeft: 15 });
const paused = reading({ state: 'paused', dueAt: null, businessDaysUsed: 3, businessDaysLeft: 14 });

test.each([
  ['no other date', null, reading(), AT, ['promise', PROMISE, 17]],
  // Three business days before December 3 is Monday, November 30; Thanksgiving lies between.
  [
    'a filing date before it',
    ['filing', '2026-12-03'],
    reading(),
    AT,
    ['filing', '2026-12-01T01:00:00.000Z', 2],
  ],
  [
    // Received on Saturday: Monday, the day of receipt, counts for neither date.
    'both are counted alike at a weekend',
    ['court', '2026-12-18'],
    reading({ businessDaysUsed: 0, businessDaysLeft: 15 }),
    '2026-11-28T18:00:00.000Z',
    ['court', '2026-12-16T01:00:00.000Z', 11],
  ],
  ['a court date after it', ['court', '2027-01-15'], reading(), AT, ['promise', PROMISE, 17]],
  ['a court date tomorrow', ['court', '2026-11-27'], reading(), AT, ['court', '2026-11-24T01:00:00.000Z', 0]],
  ['a court date today', ['court', '2026-11-25'], reading(), AT, ['court', '2026-11-21T01:00:00.000Z', 0]],
  ['a court date that was yesterday', ['court', '2026-11-24'], reading(), AT, ['promise', PROMISE, 17]],
  [
    'no promise yet, a near date',
    ['court', '2026-12-10'],
    waiting,
    AT,
    ['court', '2026-12-08T01:00:00.000Z', 7],
  ],
  [
    'no promise yet, in the evening',
    ['court', '2026-12-10'],
    waiting,
    '2026-11-26T01:30:00.000Z',
    ['court', '2026-12-08T01:00:00.000Z', 7],
  ],
  [
    'no promise yet, at a weekend',
    ['court', '2026-12-10'],
    waiting,
    '2026-11-28T18:00:00.000Z',
    ['court', '2026-12-08T01:00:00.000Z', 6],
  ],
  [
    'paused, in the evening',
    ['court', '2026-12-10'],
    paused,
    '2026-11-26T01:30:00.000Z',
    ['court', '2026-12-08T01:00:00.000Z', 7],
  ],
  ['no promise yet, a far date', ['court', '2027-06-01'], waiting, AT, null],
  ['a clock that has stopped', ['court', '2026-12-03'], reading({ state: 'stopped' }), AT, null],
] as const)('%s', (_name, court, clock, at, expected) => {
  const by = answerBy({
    calendar,
    reading: clock,
    court: court ? { kind: court[0], date: court[1] } : null,
    businessDaysBefore: 3,
    at,
  });
  expect(by && [by.because, by.at, by.businessDaysLeft]).toEqual(expected);
});

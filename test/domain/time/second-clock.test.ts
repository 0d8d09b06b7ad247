import { describe, expect, test } from '@jest/globals';
import {
  courtDatePassedAt,
  courtDateProblem,
  courtWarnings,
  targetFor,
} from '../../../src/domain/time/second-clock.js';
import { office, pt, wall } from './office.js';

const calendar = office();

describe('the earlier of the promise and three business days before the date', () => {
  test.each([
    ['no date', '2026-12-09 17:00', null, '2026-12-09 17:00', false],
    ['neither', null, null, null, false],
    ['a date far off', '2026-12-09 17:00', '2027-02-01', '2026-12-09 17:00', false],
    ['a filing on December 1, over Thanksgiving', '2026-12-09 17:00', '2026-12-01', '2026-11-25 17:00', true],
    ['a date on a Sunday', '2026-12-09 17:00', '2026-12-06', '2026-12-02 17:00', true],
    ['the same day as the promise', '2026-12-09 17:00', '2026-12-14', '2026-12-09 17:00', false],
    ['the clock is not running', null, '2026-12-14', '2026-12-09 17:00', true],
  ])('%s', (_name, promise, courtDate, target, targetIsCourt) => {
    const found = targetFor({ calendar, promiseDueAt: promise && pt(promise), courtDate });
    expect({ ...found, targetAt: wall(found.targetAt) }).toEqual({ targetAt: target, targetIsCourt });
  });
});

test('warnings at 9:00, ten, five, three and one business days before', () => {
  const warnings = courtWarnings({ calendar, courtDate: '2026-12-01', businessDaysBefore: [1, 3, 5, 10] });
  expect(warnings.map(({ businessDaysBefore, at }) => [businessDaysBefore, wall(at)])).toEqual([
    [10, '2026-11-16 09:00'],
    [5, '2026-11-23 09:00'],
    [3, '2026-11-25 09:00'],
    [1, '2026-11-30 09:00'],
  ]);
});

test('a date that passed goes to the director the next morning the office is open', () => {
  expect(wall(courtDatePassedAt({ calendar, courtDate: '2026-11-25' }))).toBe('2026-11-27 09:00');
});

describe('dates that are past or too soon are said at once', () => {
  test.each([
    ['yesterday', '2026-11-22', 'past'],
    ['today', '2026-11-23', 'too-soon'],
    ['tomorrow', '2026-11-24', 'too-soon'],
    ['in two business days', '2026-11-25', null],
  ])('%s', (_name, courtDate, problem) => {
    expect(courtDateProblem({ calendar, courtDate, at: pt('2026-11-23 10:00') })).toBe(problem);
  });

  test('over Thanksgiving: Friday is one business day from Wednesday', () => {
    const at = pt('2026-11-25 10:00');
    expect(courtDateProblem({ calendar, courtDate: '2026-11-27', at })).toBe('too-soon');
    expect(courtDateProblem({ calendar, courtDate: '2026-11-30', at })).toBeNull();
  });
});

import { describe, expect, test } from '@jest/globals';
import { whenWouldIHear } from '../../../src/domain/time/deadline-preview.js';
import { closure, floor, lines, office, paused, pt, read, resumed, started, stopped } from './office.js';

const ledger = (...args: Parameters<typeof read>) => lines(read(...args).days);

describe('the deadline explained day by day', () => {
  test('through Thanksgiving and a closure', () => {
    const closures = [closure('2026-11-27', pt('2026-11-01 10:00'))];
    const { days } = whenWouldIHear({
      calendar: office({ closures }),
      receivedAt: pt('2026-11-23 10:00'),
      businessDays: 4,
    });
    expect(lines(days)).toEqual([
      '11-23 received 0',
      '11-24 counted 1',
      '11-25 counted 2',
      '11-26 holiday 2 Thanksgiving Day',
      '11-27 closure 2 Office move',
      '11-28 weekend 2',
      '11-29 weekend 2',
      '11-30 counted 3',
      '12-01 due 4',
    ]);
  });

  test.each([
    [
      'on a Saturday',
      '2026-08-08 10:00',
      [
        '08-08 received 0 weekend',
        '08-09 weekend 0',
        '08-10 received 0 day-0',
        '08-11 counted 1',
        '08-12 due 2',
      ],
    ],
    [
      'after hours on a Thursday',
      '2026-08-06 17:00:01',
      [
        '08-06 received 0 after-hours',
        '08-07 received 0 day-0',
        '08-08 weekend 0',
        '08-09 weekend 0',
        '08-10 counted 1',
        '08-11 due 2',
      ],
    ],
    [
      'on a holiday',
      '2026-11-11 10:00',
      [
        '11-11 received 0 Veterans Day',
        '11-12 received 0 day-0',
        '11-13 counted 1',
        '11-14 weekend 1',
        '11-15 weekend 1',
        '11-16 due 2',
      ],
    ],
  ])('received %s', (_name, at, expected) => {
    expect(ledger([started(at)], at, office(), 2)).toEqual(expected);
  });

  const monday = started('2026-08-10 10:00');
  test('paused it ends today', () => {
    expect(ledger([monday, paused('2026-08-12 11:00')], '2026-08-17 09:00', office(), 5)).toEqual([
      '08-10 received 0',
      '08-11 counted 1',
      '08-12 counted 2',
      '08-13 paused 2',
      '08-14 paused 2',
      '08-15 weekend 2',
      '08-16 weekend 2',
      '08-17 paused 2',
    ]);
  });

  test('paused and answered: the day of the answer does not count', () => {
    const events = [monday, paused('2026-08-12 11:00'), resumed('2026-08-14 09:00')];
    expect(ledger(events, '2026-08-14 09:00', office(), 4)).toEqual([
      '08-10 received 0',
      '08-11 counted 1',
      '08-12 counted 2',
      '08-13 paused 2',
      '08-14 paused 2',
      '08-15 weekend 2',
      '08-16 weekend 2',
      '08-17 counted 3',
      '08-18 due 4',
    ]);
  });

  test('nothing left at the pause: due on the day of the answer', () => {
    const events = [monday, paused('2026-08-12 11:00'), resumed('2026-08-14 09:00')];
    expect(ledger(events, '2026-08-14 09:00', office(), 2)).toEqual([
      '08-10 received 0',
      '08-11 counted 1',
      '08-12 counted 2',
      '08-13 paused 2',
      '08-14 due 2',
    ]);
  });

  test('paused before day zero came', () => {
    const events = [started('2026-08-08 10:00'), paused('2026-08-08 11:00'), resumed('2026-08-11 09:00')];
    expect(ledger(events, '2026-08-11 09:00', office(), 1)).toEqual([
      '08-08 received 0 weekend',
      '08-09 weekend 0',
      '08-10 paused 0',
      '08-11 paused 0',
      '08-12 due 1',
    ]);
  });

  test('paused and answered before day zero came', () => {
    const events = [started('2026-08-08 10:00'), paused('2026-08-08 11:00'), resumed('2026-08-09 09:00')];
    expect(ledger(events, '2026-08-09 09:00', office(), 1)).toEqual([
      '08-08 received 0 weekend',
      '08-09 weekend 0',
      '08-10 received 0 day-0',
      '08-11 due 1',
    ]);
  });

  test('overdue and then paused it ends with the due day', () => {
    const events = [monday, paused('2026-08-13 11:00'), resumed('2026-08-17 09:00')];
    expect(ledger(events, '2026-08-20 09:00', office(), 2)).toEqual([
      '08-10 received 0',
      '08-11 counted 1',
      '08-12 due 2',
    ]);
  });

  test('a floor is named on the due day', () => {
    const events = [monday, floor('2026-08-11 10:00', '2026-08-13')];
    expect(ledger(events, '2026-08-11 10:00', office(), 2)).toEqual([
      '08-10 received 0',
      '08-11 counted 1',
      '08-12 counted 2',
      '08-13 due 3 floor',
    ]);
  });

  test('stopped in time it still explains the date that was promised', () => {
    const events = [monday, stopped('2026-08-11 10:00')];
    expect(ledger(events, '2026-09-30 10:00', office(), 3).at(-1)).toBe('08-13 due 3');
  });

  test('not started there is nothing to explain', () => {
    expect(ledger([], '2026-08-11 10:00')).toEqual([]);
  });
});

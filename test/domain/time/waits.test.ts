import { describe, expect, test } from '@jest/globals';
import { nextBusinessDayAfter } from '../../../src/domain/time/calendar-days.js';
import { floorForRemoval } from '../../../src/domain/time/floor-date.js';
import { pastDueSteps } from '../../../src/domain/time/past-due.js';
import { pausesOf } from '../../../src/domain/time/pauses.js';
import type { ClockEvent } from '../../../src/domain/time/types.js';
import { office, paused, pt, resumed, started, stopped, wall } from './office.js';

const calendar = office();

describe('past due: 9:00 of the 1st, 6th, 11th business day after the due day', () => {
  const monday = started('2026-08-10 10:00');
  const steps = (dueAt: string, events: ClockEvent[] = [monday]) => {
    const pauses = pausesOf({ calendar, events });
    const step = pastDueSteps({ calendar, dueAt: pt(dueAt), everyBusinessDays: 5, pauses });
    return [1, 2, 3].map((n) => wall(step(n)));
  };
  const due = '2026-08-31 17:00';

  test('days 16, 21 and 26, over Labor Day', () => {
    expect(steps(due)).toEqual(['2026-09-01 09:00', '2026-09-09 09:00', '2026-09-16 09:00']);
  });

  test('over Thanksgiving', () => {
    expect(steps('2026-11-25 17:00')).toEqual(['2026-11-27 09:00', '2026-12-04 09:00', '2026-12-11 09:00']);
  });

  test.each([
    [
      'a pause holds the steps; they go on after the answer',
      [monday, paused('2026-09-02 10:00'), resumed('2026-09-09 10:00')],
      ['2026-09-01 09:00', '2026-09-15 09:00', '2026-09-22 09:00'],
    ],
    [
      'an answer on the same day moves nothing',
      [monday, paused('2026-09-02 10:00'), resumed('2026-09-02 16:00')],
      ['2026-09-01 09:00', '2026-09-09 09:00', '2026-09-16 09:00'],
    ],
    [
      'while paused no further step has a time',
      [monday, paused('2026-09-02 10:00')],
      ['2026-09-01 09:00', null, null],
    ],
    [
      'paused before 9:00 of the step’s own day',
      [monday, paused('2026-09-01 08:00'), resumed('2026-09-03 10:00')],
      ['2026-09-04 09:00', '2026-09-14 09:00', '2026-09-21 09:00'],
    ],
    [
      'a pause before the due day is none of these days',
      [monday, paused('2026-08-12 10:00'), resumed('2026-08-12 10:30')],
      ['2026-09-01 09:00', '2026-09-09 09:00', '2026-09-16 09:00'],
    ],
    [
      'a pause that ended with the stop stays open',
      [monday, paused('2026-09-02 10:00'), stopped('2026-09-03 10:00'), resumed('2026-09-04 10:00')],
      ['2026-09-01 09:00', null, null],
    ],
  ])('%s', (_name, events, expected) => {
    expect(steps(due, events)).toEqual(expected);
  });
});

describe('so many calendar days later, 9:00 of the next business day', () => {
  test.each([
    ['3 days from a Monday', '2026-08-10 10:00', 3, '2026-08-14 09:00'],
    ['3 days from a Wednesday lie on a Saturday', '2026-08-12 10:00', 3, '2026-08-17 09:00'],
    ['7 days over Thanksgiving', '2026-11-18 10:00', 7, '2026-11-27 09:00'],
    ['30 days over the end of daylight saving time', '2026-10-05 23:59', 30, '2026-11-05 09:00'],
    ['60 days', '2026-08-10 10:00', 60, '2026-10-13 09:00'],
  ])('%s', (_name, from, calendarDays, at) => {
    expect(wall(nextBusinessDayAfter({ calendar, from: pt(from), calendarDays }))).toBe(at);
  });
});

describe('removing a closure leaves five business days, or the date told before', () => {
  const at = pt('2026-08-10 10:00');
  test.each([
    ['the new date is far enough', '2026-08-20', '2026-08-18', null],
    ['the new date is the fifth business day', '2026-08-18', '2026-08-17', null],
    ['too near: the fifth business day', '2026-08-19', '2026-08-13', '2026-08-17'],
    ['too near, but it was near before: the old date', '2026-08-13', '2026-08-12', '2026-08-13'],
    ['nothing was shortened', '2026-08-12', '2026-08-12', null],
  ])('%s', (_name, oldDue, newDue, kept) => {
    const found = floorForRemoval({
      calendar,
      oldDueAt: pt(`${oldDue} 17:00`),
      newDueAt: pt(`${newDue} 17:00`),
      at,
    });
    expect(found).toBe(kept);
  });
});

import { describe, expect, test } from '@jest/globals';
import { dayZero } from '../../../src/domain/time/receipt.js';
import type { ClockEvent } from '../../../src/domain/time/types.js';
import {
  closure,
  extended,
  floor,
  office,
  paused,
  pt,
  read,
  resumed,
  started,
  stopped,
  wall,
} from './office.js';

describe('day of receipt', () => {
  test.each([
    ['in office hours', '2026-11-17 10:00', '2026-11-17'],
    ['before the office opens', '2026-11-17 03:00', '2026-11-17'],
    ['at 17:00:00.000', '2026-11-17 17:00', '2026-11-17'],
    ['at 17:00:00.001', '2026-11-17 17:00:00.001', '2026-11-18'],
    ['on a Friday evening', '2026-11-20 18:00', '2026-11-23'],
    ['on a Saturday', '2026-11-21 12:00', '2026-11-23'],
    ['on Thanksgiving', '2026-11-26 09:00', '2026-11-27'],
    ['on the evening before Thanksgiving', '2026-11-25 17:30', '2026-11-27'],
    ['on Independence Day observed', '2026-07-03 10:00', '2026-07-06'],
  ])('%s', (_name, at, date) => {
    expect(dayZero(office(), pt(at))).toBe(date);
  });

  test('an instant written without milliseconds is the same instant', () => {
    expect(dayZero(office(), '2026-11-18T01:00:00Z')).toBe('2026-11-17');
  });
});

describe('due 17:00 on the 15th business day after day zero', () => {
  test.each([
    ['an ordinary three weeks', '2026-08-10 10:00', '2026-08-31 17:00'],
    ['over Thanksgiving', '2026-11-17 10:00', '2026-12-09 17:00'],
    ['over Christmas and New Year', '2026-12-18 09:00', '2027-01-12 17:00'],
    ['over New Year observed on December 31', '2027-12-20 10:00', '2028-01-12 17:00'],
    ['over July 4 on a Saturday', '2026-06-22 10:00', '2026-07-14 17:00'],
    ['over the start of daylight saving time', '2026-03-02 10:00', '2026-03-23 17:00'],
    ['over the end of daylight saving time', '2026-10-19 10:00', '2026-11-09 17:00'],
    ['received at 17:00:00', '2026-08-10 17:00', '2026-08-31 17:00'],
    ['received a millisecond later', '2026-08-10 17:00:00.001', '2026-09-01 17:00'],
    ['received on a Saturday', '2026-08-08 11:00', '2026-08-31 17:00'],
  ])('%s', (_name, at, due) => {
    expect(wall(read([started(at)], at).dueAt)).toBe(due);
  });

  test('daylight saving time moves the instant, not the hour', () => {
    expect(read([started('2026-03-02 10:00')], '2026-03-02 10:00').dueAt).toBe('2026-03-24T00:00:00.000Z');
    expect(read([started('2026-10-19 10:00')], '2026-10-19 10:00').dueAt).toBe('2026-11-10T01:00:00.000Z');
  });
});

interface Case {
  name: string;
  events: ClockEvent[];
  now: string;
  state?: string;
  used: number;
  left: number;
  due: string | null;
}

/** All received Monday, August 10, 2026, 10:00; no holiday until Labor Day, September 7. */
const monday = started('2026-08-10 10:00');

function check({ events, now, state = 'running', used, left, due }: Case): void {
  const reading = read(events, now);
  expect({ ...reading, days: undefined, dueAt: wall(reading.dueAt) }).toEqual({
    state,
    businessDaysUsed: used,
    businessDaysLeft: left,
    dueAt: due,
  });
}

describe('running and stopped', () => {
  test.each<Case>([
    {
      name: 'before the start',
      events: [],
      now: '2026-08-10 10:00',
      state: 'not-started',
      used: 0,
      left: 15,
      due: null,
    },
    {
      name: 'on day zero',
      events: [monday],
      now: '2026-08-10 10:00',
      used: 0,
      left: 15,
      due: '2026-08-31 17:00',
    },
    {
      name: 'on Friday',
      events: [monday],
      now: '2026-08-14 09:00',
      used: 4,
      left: 11,
      due: '2026-08-31 17:00',
    },
    {
      name: 'on the weekend after',
      events: [monday],
      now: '2026-08-16 09:00',
      used: 4,
      left: 11,
      due: '2026-08-31 17:00',
    },
    {
      name: 'on the due day',
      events: [monday],
      now: '2026-08-31 09:00',
      used: 15,
      left: 0,
      due: '2026-08-31 17:00',
    },
    {
      name: 'overdue goes on counting',
      events: [monday],
      now: '2026-09-02 09:00',
      used: 17,
      left: 0,
      due: '2026-08-31 17:00',
    },
    {
      name: 'received on a Saturday it runs at once',
      events: [started('2026-08-08 10:00')],
      now: '2026-08-08 10:00',
      used: 0,
      left: 15,
      due: '2026-08-31 17:00',
    },
    {
      name: 'stopped keeps date and days of the stop',
      events: [monday, stopped('2026-08-14 11:00')],
      now: '2026-10-01 09:00',
      state: 'stopped',
      used: 4,
      left: 11,
      due: '2026-08-31 17:00',
    },
    {
      name: 'stopped while waiting for the requester has no date',
      events: [monday, paused('2026-08-12 11:00'), stopped('2026-08-14 11:00')],
      now: '2026-10-01 09:00',
      state: 'stopped',
      used: 2,
      left: 13,
      due: null,
    },
    {
      name: 'stopped before it started',
      events: [stopped('2026-08-10 11:00')],
      now: '2026-08-11 09:00',
      state: 'stopped',
      used: 0,
      left: 15,
      due: null,
    },
    {
      name: 'what comes after the stop changes nothing',
      events: [
        monday,
        stopped('2026-08-14 11:00'),
        paused('2026-08-14 12:00'),
        extended('2026-08-14 12:00', 5),
      ],
      now: '2026-08-20 09:00',
      state: 'stopped',
      used: 4,
      left: 11,
      due: '2026-08-31 17:00',
    },
    {
      name: 'a second start and a stray resume change nothing',
      events: [monday, started('2026-08-12 10:00'), resumed('2026-08-13 10:00')],
      now: '2026-08-14 09:00',
      used: 4,
      left: 11,
      due: '2026-08-31 17:00',
    },
  ])('$name', check);
});

describe('waiting for the requester', () => {
  const wed = paused('2026-08-12 11:00');
  test.each<Case>([
    {
      name: 'used includes the pause day',
      events: [monday, wed],
      now: '2026-08-12 11:00',
      state: 'paused',
      used: 2,
      left: 13,
      due: null,
    },
    {
      name: 'days in the pause are not used',
      events: [monday, wed],
      now: '2026-08-20 11:00',
      state: 'paused',
      used: 2,
      left: 13,
      due: null,
    },
    {
      name: 'an answer on the same day moves nothing',
      events: [monday, wed, resumed('2026-08-12 16:59')],
      now: '2026-08-12 17:00',
      used: 2,
      left: 13,
      due: '2026-08-31 17:00',
    },
    {
      name: 'an answer after hours is received the next day',
      events: [monday, wed, resumed('2026-08-12 17:01')],
      now: '2026-08-12 17:05',
      used: 2,
      left: 13,
      due: '2026-09-01 17:00',
    },
    {
      name: 'a week later: Wednesday is day zero, 13 days left, over Labor Day',
      events: [monday, wed, resumed('2026-08-19 09:00')],
      now: '2026-08-20 09:00',
      used: 3,
      left: 12,
      due: '2026-09-08 17:00',
    },
    {
      name: 'an answer on a Saturday is received on Monday',
      events: [monday, wed, resumed('2026-08-15 09:00')],
      now: '2026-08-15 09:00',
      used: 2,
      left: 13,
      due: '2026-09-03 17:00',
    },
    {
      name: 'two rounds add up',
      events: [
        monday,
        wed,
        resumed('2026-08-14 09:00'),
        paused('2026-08-18 09:00'),
        resumed('2026-08-21 09:00'),
      ],
      now: '2026-08-24 09:00',
      used: 5,
      left: 10,
      due: '2026-09-08 17:00',
    },
    {
      name: 'paused and answered on the weekend of receipt',
      events: [started('2026-08-08 10:00'), paused('2026-08-08 11:00'), resumed('2026-08-09 11:00')],
      now: '2026-08-11 09:00',
      used: 1,
      left: 14,
      due: '2026-08-31 17:00',
    },
    {
      name: 'paused on the due day in time: nothing left',
      events: [monday, paused('2026-08-31 16:00')],
      now: '2026-09-01 09:00',
      state: 'paused',
      used: 15,
      left: 0,
      due: null,
    },
    {
      name: '… and answered later it is due that day',
      events: [monday, paused('2026-08-31 16:00'), resumed('2026-09-03 10:00')],
      now: '2026-09-03 10:00',
      used: 15,
      left: 0,
      due: '2026-09-03 17:00',
    },
    {
      name: '… and answered the same day it is due the same day',
      events: [monday, paused('2026-08-31 16:00'), resumed('2026-08-31 16:30')],
      now: '2026-08-31 16:40',
      used: 15,
      left: 0,
      due: '2026-08-31 17:00',
    },
  ])('$name', check);
});

describe('paused when already overdue: the breach stays', () => {
  const late = [monday, paused('2026-09-02 10:00')];
  test.each<Case>([
    {
      name: 'while paused',
      events: late,
      now: '2026-09-04 10:00',
      state: 'paused',
      used: 17,
      left: 0,
      due: '2026-08-31 17:00',
    },
    {
      name: 'paused one minute after closing',
      events: [monday, paused('2026-08-31 17:01')],
      now: '2026-09-04 10:00',
      state: 'paused',
      used: 15,
      left: 0,
      due: '2026-08-31 17:00',
    },
    {
      name: 'after the answer',
      events: [...late, resumed('2026-09-09 10:00')],
      now: '2026-09-11 10:00',
      used: 19,
      left: 0,
      due: '2026-08-31 17:00',
    },
    {
      name: 'extended within the days already used: the breach moves but stays',
      events: [...late, resumed('2026-09-09 10:00'), extended('2026-09-09 11:00', 1)],
      now: '2026-09-09 11:00',
      used: 17,
      left: 0,
      due: '2026-09-01 17:00',
    },
    {
      name: 'extended beyond: due on the 20th counted day',
      events: [...late, resumed('2026-09-09 10:00'), extended('2026-09-09 11:00', 5)],
      now: '2026-09-09 11:00',
      used: 17,
      left: 3,
      due: '2026-09-14 17:00',
    },
  ])('$name', check);
});

describe('extensions', () => {
  test.each<Case>([
    {
      name: 'while running',
      events: [monday, extended('2026-08-20 10:00', 5)],
      now: '2026-08-20 10:00',
      used: 8,
      left: 12,
      due: '2026-09-08 17:00',
    },
    {
      name: 'while paused',
      events: [monday, paused('2026-08-12 11:00'), extended('2026-08-13 10:00', 5)],
      now: '2026-08-13 10:00',
      state: 'paused',
      used: 2,
      left: 18,
      due: null,
    },
    {
      name: 'when overdue, into the future',
      events: [monday, extended('2026-09-02 10:00', 5)],
      now: '2026-09-02 10:00',
      used: 17,
      left: 3,
      due: '2026-09-08 17:00',
    },
    {
      name: 'twice',
      events: [monday, extended('2026-08-20 10:00', 2), extended('2026-08-21 10:00', 1)],
      now: '2026-08-21 10:00',
      used: 9,
      left: 9,
      due: '2026-09-03 17:00',
    },
    {
      name: 'before the start',
      events: [extended('2026-08-07 10:00', 2), monday],
      now: '2026-08-10 10:00',
      used: 0,
      left: 17,
      due: '2026-09-02 17:00',
    },
  ])('$name', check);
});

describe('closures entered and removed later', () => {
  const events = [monday];
  const due = (date: string, enteredAt: string, removedAt: string | null = null, more: ClockEvent[] = []) => {
    const closures = [closure(date, pt(enteredAt), removedAt && pt(removedAt))];
    return wall(read([...events, ...more], '2026-08-20 09:00', office({ closures })).dueAt);
  };

  test('a closure ahead moves an open deadline', () => {
    expect(due('2026-08-25', '2026-08-20 09:00')).toBe('2026-09-01 17:00');
  });
  test('a closure on the due day moves it', () => {
    expect(due('2026-08-31', '2026-08-20 09:00')).toBe('2026-09-01 17:00');
  });
  test('a closure entered for a past day does not', () => {
    expect(due('2026-08-19', '2026-08-20 09:00')).toBe('2026-08-31 17:00');
  });
  test('a day that was closed stays closed after the closure is removed', () => {
    expect(due('2026-08-14', '2026-08-11 09:00', '2026-08-20 09:00')).toBe('2026-09-01 17:00');
  });
  test('a closure entered after the stop does not move a stopped clock', () => {
    expect(due('2026-08-25', '2026-08-20 09:00', null, [stopped('2026-08-19 10:00')])).toBe(
      '2026-08-31 17:00',
    );
  });
});

describe('a floor under the due date', () => {
  test.each<Case>([
    {
      name: 'later than the promise: kept, with the days there really are',
      events: [monday, floor('2026-08-28 10:00', '2026-09-03')],
      now: '2026-08-28 10:00',
      used: 14,
      left: 4,
      due: '2026-09-03 17:00',
    },
    {
      name: 'earlier than the promise: no effect',
      events: [monday, floor('2026-08-12 10:00', '2026-08-19')],
      now: '2026-08-12 10:00',
      used: 2,
      left: 13,
      due: '2026-08-31 17:00',
    },
    {
      name: 'a pause and an answer on the same day do not lose it',
      events: [
        monday,
        floor('2026-08-28 10:00', '2026-09-03'),
        paused('2026-08-28 11:00'),
        resumed('2026-08-28 12:00'),
      ],
      now: '2026-08-28 12:00',
      used: 14,
      left: 4,
      due: '2026-09-03 17:00',
    },
    {
      name: 'entered while paused it holds for the rest',
      events: [
        monday,
        paused('2026-08-28 11:00'),
        floor('2026-08-28 11:30', '2026-09-03'),
        resumed('2026-08-28 12:00'),
      ],
      now: '2026-08-28 12:00',
      used: 14,
      left: 4,
      due: '2026-09-03 17:00',
    },
    {
      name: 'it does not undo a breach that was there before',
      events: [monday, paused('2026-09-02 10:00'), floor('2026-09-02 11:00', '2026-09-10')],
      now: '2026-09-03 10:00',
      state: 'paused',
      used: 17,
      left: 0,
      due: '2026-08-31 17:00',
    },
  ])('$name', check);

  test('a closure on the floor itself moves on to the next business day', () => {
    const closures = [closure('2026-09-03', pt('2026-08-28 15:00'))];
    const events = [monday, floor('2026-08-28 10:00', '2026-09-03')];
    expect(wall(read(events, '2026-08-28 16:00', office({ closures })).dueAt)).toBe('2026-09-04 17:00');
  });
});

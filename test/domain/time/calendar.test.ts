import { describe, expect, test } from '@jest/globals';
import { createCalendar } from '../../../src/domain/time/calendar.js';
import { closure, office, officeData, pt, wall } from './office.js';

const calendar = office();

describe('what kind of day it is', () => {
  test.each([
    ['an ordinary Tuesday', '2026-11-17', 'business', null],
    ['a Saturday', '2026-11-21', 'weekend', null],
    ['Thanksgiving', '2026-11-26', 'holiday', 'Thanksgiving Day'],
    ['the day after Thanksgiving', '2026-11-27', 'business', null],
    ['Christmas Eve', '2026-12-24', 'business', null],
    ['Christmas Day', '2026-12-25', 'holiday', 'Christmas Day'],
    ['July 4 on a Saturday is a weekend', '2026-07-04', 'weekend', null],
    ['… observed on Friday July 3', '2026-07-03', 'holiday', 'Independence Day'],
    ['July 4 on a Sunday is observed on Monday', '2027-07-05', 'holiday', 'Independence Day'],
    ['Juneteenth', '2026-06-19', 'holiday', 'Juneteenth National Independence Day'],
    ['New Year on a Saturday, observed the year before', '2027-12-31', 'holiday', "New Year's Day"],
    ['… and not again on the Monday', '2028-01-03', 'business', null],
    ['… nor at the end of an ordinary year', '2026-12-31', 'business', null],
    ['Inauguration Day is no holiday here', '2029-01-19', 'business', null],
    ['Inauguration Day itself', '2037-01-20', 'business', null],
  ])('%s', (_name, date, kind, name) => {
    expect(calendar.dayOf(date)).toEqual({ kind, name });
  });

  test('holidays of the program stand beside the federal ones', () => {
    const own = office({ holidays: [{ date: '2026-03-31', name: 'Cesar Chavez Day' }] });
    expect(own.dayOf('2026-03-31')).toEqual({ kind: 'holiday', name: 'Cesar Chavez Day' });
  });

  test('a program may leave federal holidays out', () => {
    expect(office({ federalHolidays: false }).isBusinessDay('2026-11-26')).toBe(true);
  });
});

describe('closures', () => {
  const entered = pt('2026-12-01 10:00');
  test.each([
    ['entered before the day', '2026-12-03', entered, null, true],
    ['entered on the day', '2026-12-01', entered, null, true],
    ['entered after the day changes nothing', '2026-11-30', entered, null, false],
    [
      'entered late in the evening counts for the zone’s date',
      '2026-12-01',
      pt('2026-12-01 23:30'),
      null,
      true,
    ],
    ['removed before the day', '2026-12-03', entered, pt('2026-12-02 10:00'), false],
    ['removed on the day', '2026-12-03', entered, pt('2026-12-03 16:00'), false],
    ['removed after the day: it was closed', '2026-12-03', entered, pt('2026-12-04 09:00'), true],
  ])('%s', (_name, date, enteredAt, removedAt, closed) => {
    const kind = office({ closures: [closure(date, enteredAt, removedAt)] }).dayOf(date).kind;
    expect(kind).toBe(closed ? 'closure' : 'business');
  });

  test('removed and entered again is closed', () => {
    const again = [closure('2026-12-03', entered, entered), closure('2026-12-03', entered)];
    expect(office({ closures: again }).isBusinessDay('2026-12-03')).toBe(false);
  });

  test('on a holiday or weekend the holiday or weekend is named', () => {
    const closures = [closure('2026-12-25', entered), closure('2026-12-26', entered)];
    const closed = office({ closures });
    expect(closed.dayOf('2026-12-25').kind).toBe('holiday');
    expect(closed.dayOf('2026-12-26').kind).toBe('weekend');
  });

  test('the calendar as it stood before a closure was entered, and before it was removed', () => {
    const closed = office({ closures: [closure('2026-12-10', entered, pt('2026-12-05 10:00'))] });
    expect(closed.asOf(pt('2026-11-30 10:00')).isBusinessDay('2026-12-10')).toBe(true);
    expect(closed.asOf(pt('2026-12-02 10:00')).isBusinessDay('2026-12-10')).toBe(false);
    expect(closed.asOf(pt('2026-12-06 10:00'))).toBe(closed);
  });
});

describe('stepping business days', () => {
  test.each([
    ['0 from a business day stays', '2026-11-17', 0, '2026-11-17'],
    ['0 from a Saturday is Monday', '2026-11-21', 0, '2026-11-23'],
    ['1 over the weekend', '2026-11-20', 1, '2026-11-23'],
    ['1 over Thanksgiving', '2026-11-25', 1, '2026-11-27'],
    ['3 back over Thanksgiving', '2026-12-01', -3, '2026-11-25'],
    ['1 back from a Sunday', '2026-11-22', -1, '2026-11-20'],
    ['over the observed New Year', '2027-12-30', 1, '2028-01-03'],
  ])('%s', (_name, from, n, to) => {
    expect(calendar.addBusinessDays(from, n)).toBe(to);
  });

  test.each([
    ['the same day', '2026-11-17', '2026-11-17', 0],
    ['backwards', '2026-11-18', '2026-11-17', 0],
    ['the first day is left out, the last is in', '2026-11-16', '2026-11-20', 4],
    ['Thanksgiving week', '2026-11-22', '2026-11-29', 4],
  ])('days between: %s', (_name, after, through, count) => {
    expect(calendar.businessDaysBetween(after, through)).toBe(count);
  });
});

describe('wall time', () => {
  test.each([
    ['winter', '2026-12-02', '2026-12-03T01:00:00.000Z'],
    ['summer', '2026-07-02', '2026-07-03T00:00:00.000Z'],
    ['the day clocks go forward', '2026-03-08', '2026-03-09T00:00:00.000Z'],
    ['the day clocks go back', '2026-11-01', '2026-11-02T01:00:00.000Z'],
  ])('closing time in %s', (_name, date, instant) => {
    expect(calendar.closes(date)).toBe(instant);
    expect(wall(instant)).toBe(`${date} 17:00`);
  });

  test('the date is the zone’s, not UTC’s', () => {
    expect(calendar.dateOf('2026-12-02T07:59:59.999Z')).toBe('2026-12-01');
    expect(calendar.dateOf('2026-12-02T08:00:00.000Z')).toBe('2026-12-02');
  });

  test('nonsense is refused', () => {
    expect(() => createCalendar({ ...officeData, zone: 'America/Atlantis' })).toThrow(RangeError);
    expect(() => calendar.dateOf('soon')).toThrow(RangeError);
    expect(() => calendar.at('2026-13-01', '09:00')).toThrow(RangeError);
    expect(() => calendar.dayOf('2026-2-3')).toThrow(RangeError);
  });
});

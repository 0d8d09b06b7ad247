import { describe, expect, test } from '@jest/globals';
import { dateFields, readDate } from '../../../../src/api/pages/kit/date-field.js';
import { en } from '../../../../src/api/text/en/en.js';

const typed = (month: string, day: string, year: string) => ({
  'heard-month': month,
  'heard-day': day,
  'heard-year': year,
});

describe('a date as people type it', () => {
  test.each([
    ['numbers', '12', '2', '2026', '2026-12-02'],
    ['with zeros before them', '03', '08', '2027', '2027-03-08'],
    ['with white space around them', ' 3 ', '\t8', ' 2027 ', '2027-03-08'],
    ['a month by its name', 'December', '18', '2026', '2026-12-18'],
    ['a name cut', 'dec.', '18', '2026', '2026-12-18'],
    ['a name in capitals', 'SEPT', '1', '2027', '2027-09-01'],
    ['the leap day', '2', '29', '2028', '2028-02-29'],
  ])('%s', (_name, month, day, year, date) => {
    expect(readDate(en, typed(month, day, year), 'heard')).toEqual({ ok: true, date });
  });

  test.each([
    ['nothing', '', '', '', 'month', 'Enter the date of the hearing.'],
    ['no day', '12', '', '2026', 'day', 'The date of the hearing must include a day.'],
    ['a day alone', '', '3', '', 'month', 'The date of the hearing must include a month and a year.'],
    ['month 13', '13', '1', '2027', 'month', /check the month/],
    ['what only begins like a month', 'marbles', '3', '2027', 'month', /check the month/],
    ['a day in words', '12', 'first', '2027', 'day', /check the day/],
    ['a year of two numbers', '12', '1', '27', 'year', /four-digit year/],
    ['a year of the first century', '12', '1', '0026', 'year', /four-digit year/],
    ['February 30', '2', '30', '2027', 'day', /doesn’t have this day/],
    ['the leap day of a common year', '2', '29', '2027', 'day', /doesn’t have this day/],
    ['day 0', '2', '0', '2027', 'day', /doesn’t have this day/],
  ])('%s is said at the part that is wrong', (_name, month, day, year, part, message) => {
    const read = readDate(en, typed(month, day, year), 'heard', 'The date of the hearing');
    const errors = read.ok ? [] : read.errors;
    expect(errors).toEqual([
      {
        pointer: `/heard-${part}`,
        message: typeof message === 'string' ? message : expect.stringMatching(message),
      },
    ]);
  });

  test('is shown again as it is read', () => {
    expect(readDate(en, dateFields('heard', '2027-03-08'), 'heard')).toEqual({
      ok: true,
      date: '2027-03-08',
    });
  });
});

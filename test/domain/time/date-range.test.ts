import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { refuseCourtDate } from '../../../src/domain/requests/court-date-range.js';
import { isoDateSchema } from '../../../src/domain/requests/submission.schema.js';
import { addDays, weekdayOf } from '../../../src/domain/time/add-days.js';
import type { BusinessCalendar } from '../../../src/domain/time/calendar.js';
import { DATE_RANGES, outsideOf } from '../../../src/domain/time/date-range.js';
import { pastDueSteps } from '../../../src/domain/time/past-due.js';
import {
  courtDatePassedAt,
  courtDateProblem,
  courtWarnings,
  targetFor,
} from '../../../src/domain/time/second-clock.js';
import { closure, office, pt } from './office.js';

const two = (n: number) => String(n).padStart(2, '0');
/** Whatever looks like a date, on the desk's clock or centuries from it, and what does not. */
const anyDate = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    )
    .map(([year, month, day]) => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`),
  fc.constantFrom(
    '0000-01-01',
    '0000-02-29',
    '9999-12-31',
    '9998-12-31',
    '3026-12-18',
    '+010000-01-01',
    '-000001-01-01',
    '2027-02-29',
    '2028-02-29',
  ),
  fc.string({ maxLength: 12 }),
);
const anyToday = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('2026-01-01', days));

/** How many days of the calendar are looked at meanwhile. */
function daysLookedAt(calendar: BusinessCalendar, use: () => void): number {
  const looked = jest.spyOn(calendar, 'dayOf');
  use();
  return looked.mock.calls.length;
}

describe('dates that people type lie within a range seen from today', () => {
  test.each([
    ['courtOrFiling', '2026-11-27', '2025-11-27', '2036-11-27'],
    ['courtOrFiling', '2028-02-29', '2027-02-28', '2038-02-28'],
    ['closure', '2026-11-27', '2026-11-27', '2031-11-27'],
    ['callAtAnotherTime', '2026-11-27', '2026-11-27', '2028-11-27'],
    ['importedReceipt', '2026-11-27', '2016-11-27', '2026-11-27'],
  ] as const)('%s on %s: from %s through %s', (name, today, from, through) => {
    const range = DATE_RANGES[name](today);
    expect(range).toEqual({ from, through });
    expect([from, through].map((date) => outsideOf(range, date))).toEqual([null, null]);
    expect([addDays(from, -1), addDays(through, 1)].map((date) => outsideOf(range, date))).not.toContain(
      null,
    );
  });

  test('the refusal names both ends', () => {
    expect(refuseCourtDate({ date: '3026-12-18' }, '2026-11-27')).toMatchObject({
      problem: {
        code: 'invalid',
        errors: [
          {
            pointer: '/courtOrFilingDeadline/date',
            reason: 'date-out-of-range',
            params: { from: '2025-11-27', through: '2036-11-27' },
          },
        ],
      },
    });
    expect(refuseCourtDate(null, '2026-11-27')).toBeNull();
  });
});

test('any text typed as a court date is refused, or answered by looking at a few days', () => {
  fc.assert(
    fc.property(anyDate, anyToday, (typed, today) => {
      const read = isoDateSchema.safeParse(typed);
      if (!read.success || refuseCourtDate({ date: read.data }, today)) return;
      const [calendar, courtDate] = [office(), read.data];
      const days = daysLookedAt(calendar, () => {
        courtDateProblem({ calendar, courtDate, at: calendar.opens(today) });
        targetFor({ calendar, promiseDueAt: null, courtDate });
        courtWarnings({ calendar, courtDate, businessDaysBefore: [10, 5, 3, 1] });
        courtDatePassedAt({ calendar, courtDate });
      });
      expect(days).toBeLessThan(80);
    }),
    { numRuns: 500 },
  );
});

test('a date stored before there were ranges does not cost more', () => {
  const calendar = office();
  const days = daysLookedAt(calendar, () => {
    courtDateProblem({ calendar, courtDate: '9998-12-31', at: pt('2026-11-27 10:00') });
  });
  expect(days).toBeLessThan(10);
});

test('business days are counted without walking, to the same number', () => {
  const calendar = office({
    holidays: [{ date: '2027-03-31', name: 'César Chávez Day' }],
    closures: [
      closure('2026-12-24', '2026-11-01T00:00:00Z'),
      closure('2026-12-24', '2026-11-02T00:00:00Z'),
      closure('2027-07-04', '2026-11-01T00:00:00Z'),
      closure('2027-08-02', '2026-11-01T00:00:00Z', '2027-01-01T00:00:00Z'),
    ],
  });
  const walked = (after: string, through: string) => {
    let count = 0;
    for (let day = addDays(after, 1); day <= through; day = addDays(day, 1)) {
      if (calendar.isBusinessDay(day)) count += 1;
    }
    return count;
  };
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 800 }), fc.integer({ min: -30, max: 900 }), (from, length) => {
      const after = addDays('2026-11-27', from);
      const through = addDays(after, length);
      expect(calendar.businessDaysBetween(after, through)).toBe(walked(after, through));
    }),
    { numRuns: 300 },
  );
  expect(weekdayOf('1970-01-05')).toBe(1);
  expect(calendar.businessDaysBetween('1969-12-26', '1970-01-06')).toBe(walked('1969-12-26', '1970-01-06'));
});

test('a request ten years overdue finds its steps one from the other', () => {
  const calendar = office();
  const step = pastDueSteps({ calendar, dueAt: pt('2016-11-28 17:00'), everyBusinessDays: 5 });
  const days = daysLookedAt(calendar, () => {
    for (let n = 1; n <= 500; n += 1) step(n);
  });
  expect(step(500)).toBe(calendar.opens(calendar.addBusinessDays('2016-11-28', 1 + 5 * 499)));
  expect(days).toBeLessThan(2 * 365 * 10);
});

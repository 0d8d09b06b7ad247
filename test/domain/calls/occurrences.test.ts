import { describe, expect, test } from '@jest/globals';
import type { Occurrence } from '../../../src/domain/calls/occurrence.js';
import { occurrenceOn, occurrencesOf } from '../../../src/domain/calls/occurrences.js';
import { pt } from '../time/office.js';
import { calendar, calendarWith, socialServices, workingGroup } from './program.js';

const YEARS = Array.from({ length: 11 }, (_, index) => 2025 + index);

// Everything below is worked out again from the calendar alone, without the code under test and its library.

const DAY = 86_400_000;

interface Expected {
  date: string;
  ordinal: number;
  /** Offset of Los Angeles at noon. */
  offset: number;
}

function weekdays(year: number, weekday: number): Expected[] {
  const found: Expected[] = [];
  const seen = new Map<number, number>();
  for (let day = new Date(Date.UTC(year, 0, 1)); day.getUTCFullYear() === year; day = new Date(+day + DAY)) {
    if (day.getUTCDay() !== weekday) continue;
    const ordinal = (seen.get(day.getUTCMonth()) ?? 0) + 1;
    seen.set(day.getUTCMonth(), ordinal);
    found.push({ date: day.toISOString().slice(0, 10), ordinal, offset: isSummer(day) ? -7 : -8 });
  }
  return found;
}

/** Second Sunday of March to first Sunday of November; calls are never on a Sunday. */
function isSummer(day: Date): boolean {
  const year = day.getUTCFullYear();
  const sunday = (month: number, nth: number) => {
    const first = new Date(Date.UTC(year, month, 1));
    return Date.UTC(year, month, 1 + ((7 - first.getUTCDay()) % 7) + 7 * (nth - 1));
  };
  return +day > sunday(2, 2) && +day < sunday(10, 1);
}

const noon = ({ date, offset }: Expected) => `${date}T${12 - offset}:00:00.000Z`;

const TOPIC: Record<number, string> = { 1: 'trafficking-analysis', 3: 'non-legal' };

describe('the Legal Working Group, ten years', () => {
  test.each(YEARS)('%i: every Wednesday, topic by its place in the month, noon in Los Angeles', (year) => {
    const expected = weekdays(year, 3).filter(({ date }) => date >= '2025-02-05');
    const planned = occurrencesOf({
      series: workingGroup,
      calendar,
      from: `${year}-01-01`,
      to: `${year}-12-31`,
    });
    expect(planned.map(({ id, date, topic, startsAt }) => [id, date, topic, startsAt])).toEqual(
      expected.map((day) => [
        `legal-working-group-${day.date}`,
        day.date,
        TOPIC[day.ordinal] ?? 'general',
        noon(day),
      ]),
    );
  });

  test('52 calls a year, or 53', () => {
    const counts = YEARS.slice(1).map(
      (year) =>
        occurrencesOf({ series: workingGroup, calendar, from: `${year}-01-01`, to: `${year}-12-31` }).length,
    );
    expect(counts).toEqual([52, 52, 52, 52, 52, 53, 52, 52, 52, 52]);
  });

  test('all days off, and Christmas Eve, from 2025 to 2035', () => {
    expect(flagged(workingGroup)).toEqual([
      '2025-12-24 eve Christmas Eve',
      '2026-11-11 holiday Veterans Day',
      '2029-07-04 holiday Independence Day',
      '2030-06-19 holiday Juneteenth National Independence Day',
      '2030-12-25 holiday Christmas Day',
      '2031-01-01 holiday New Year’s Day',
      '2031-12-24 eve Christmas Eve',
      '2035-07-04 holiday Independence Day',
    ]);
  });
});

describe('the monthly social services call, ten years', () => {
  test.each(YEARS)('%i: twelve calls, each on the fourth Thursday at noon in Los Angeles', (year) => {
    const expected = weekdays(year, 4).filter(({ ordinal }) => ordinal === 4);
    const planned = occurrencesOf({
      series: socialServices,
      calendar,
      from: `${year}-01-01`,
      to: `${year}-12-31`,
    });
    expect(planned).toHaveLength(12);
    expect(planned.map(({ id, topic, startsAt }) => [id, topic, startsAt])).toEqual(
      expected.map((day) => [`social-services-${day.date}`, 'social-services', noon(day)]),
    );
  });

  test('Thanksgiving every year; Christmas or its eve in some', () => {
    expect(flagged(socialServices)).toEqual([
      '2025-11-27 holiday Thanksgiving Day',
      '2025-12-25 holiday Christmas Day',
      '2026-11-26 holiday Thanksgiving Day',
      '2026-12-24 eve Christmas Eve',
      '2027-11-25 holiday Thanksgiving Day',
      '2028-11-23 holiday Thanksgiving Day',
      '2029-11-22 holiday Thanksgiving Day',
      '2030-11-28 holiday Thanksgiving Day',
      '2031-11-27 holiday Thanksgiving Day',
      '2031-12-25 holiday Christmas Day',
      '2032-11-25 holiday Thanksgiving Day',
      '2033-11-24 holiday Thanksgiving Day',
      '2034-11-23 holiday Thanksgiving Day',
      '2035-11-22 holiday Thanksgiving Day',
    ]);
  });

  test('it began on March 24, 2016', () => {
    const first = occurrencesOf({ series: socialServices, calendar, from: '2015-01-01', to: '2016-05-01' });
    expect(first.map(({ date }) => date)).toEqual(['2016-03-24', '2016-04-28']);
    // By the rule there was a call before the first one, so its window has a beginning.
    expect(first[0]?.windowOpensAt).toBe(pt('2016-02-25 13:00'));
  });
});

function flagged(series: typeof workingGroup): string[] {
  return occurrencesOf({ series, calendar, from: '2025-01-01', to: '2035-12-31' }).flatMap(
    ({ date, flag }) => (flag ? [`${date} ${flag.kind} ${flag.name.replace("'", '’')}`] : []),
  );
}

describe('the times of one call', () => {
  const times = (call: Occurrence) => [
    call.windowOpensAt,
    call.questionsCloseAt,
    call.selectUntil,
    call.reminderAt,
    call.startsAt,
    call.endsAt,
    call.flagAt,
  ];

  test.each([
    [
      'an ordinary week',
      workingGroup,
      '2026-12-02',
      [
        '11-25 13:00',
        '12-01 14:00',
        '12-01 17:00',
        '12-02 09:00',
        '12-02 12:00',
        '12-02 13:00',
        '11-18 09:00',
      ],
    ],
    [
      'the week in which daylight saving time begins',
      workingGroup,
      '2027-03-17',
      [
        '03-10 13:00',
        '03-16 14:00',
        '03-16 17:00',
        '03-17 09:00',
        '03-17 12:00',
        '03-17 13:00',
        '03-03 09:00',
      ],
    ],
    [
      'the week in which it ends',
      workingGroup,
      '2026-11-04',
      [
        '10-28 13:00',
        '11-03 14:00',
        '11-03 17:00',
        '11-04 09:00',
        '11-04 12:00',
        '11-04 13:00',
        '10-21 09:00',
      ],
    ],
    [
      'a month: staff hear of a day off before the window opens, or they could not confirm',
      socialServices,
      '2026-11-26',
      [
        '10-22 13:00',
        '11-25 14:00',
        '11-25 17:00',
        '11-26 09:00',
        '11-26 12:00',
        '11-26 13:00',
        '10-08 09:00',
      ],
    ],
  ])('%s', (_name, series, date, expected) => {
    const year = date.slice(0, 4);
    expect(times(occurrenceOn({ series, calendar, date }))).toEqual(
      expected.map((wall) => pt(`${year}-${wall}`)),
    );
  });

  test('the window opens at the scheduled end of the call before, a holiday or not', () => {
    const calls = occurrencesOf({ series: workingGroup, calendar, from: '2025-02-05', to: '2035-12-31' });
    calls.slice(1).forEach((call, index) => {
      expect(call.windowOpensAt).toBe(calls[index]?.endsAt);
    });
  });

  test('in order, always', () => {
    for (const series of [workingGroup, socialServices]) {
      for (const call of occurrencesOf({ series, calendar, from: '2025-01-01', to: '2035-12-31' })) {
        const order = times(call).slice(0, 6);
        expect([...order].sort()).toEqual(order);
        expect(call.flagAt < call.windowOpensAt).toBe(true);
      }
    }
  });

  test('a closure staff enter is a day off; a weekend is none', () => {
    const closed = calendarWith([
      {
        date: '2026-12-09',
        name: 'Office move',
        enteredAt: '2026-11-01T18:00:00.000Z',
        removedAt: null,
      },
    ]);
    const on = (date: string) => occurrenceOn({ series: workingGroup, calendar: closed, date }).dayOff;
    expect(on('2026-12-09')).toEqual({ kind: 'closure', name: 'Office move' });
    expect(on('2026-12-16')).toBeNull();
    expect(on('2026-12-12')).toBeNull();
  });

  test('an extra call on a Thursday takes questions from the end of that week’s call on', () => {
    const extra = occurrenceOn({
      series: workingGroup,
      calendar,
      date: '2026-12-10',
      startsAt: pt('2026-12-10 15:30'),
    });
    expect(extra).toMatchObject({
      id: 'legal-working-group-2026-12-10',
      topic: 'general',
      windowOpensAt: pt('2026-12-09 13:00'),
      questionsCloseAt: pt('2026-12-09 14:00'),
      endsAt: pt('2026-12-10 16:30'),
    });
  });

  test('asked for nothing, it plans nothing', () => {
    expect(occurrencesOf({ series: workingGroup, calendar, from: '2027-01-02', to: '2027-01-01' })).toEqual(
      [],
    );
  });
});

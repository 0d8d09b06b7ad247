import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type AttendanceRow,
  attendanceOf,
  type KnownPerson,
  mergeIntervals,
  minutesIn,
} from '../../../src/domain/calls/attendance.js';
import { pt } from '../time/office.js';

const person = (
  personId: string,
  registrantId: string | null,
  emails: string[],
  name: string,
): KnownPerson => ({
  personId,
  registrantIds: registrantId ? [registrantId] : [],
  emails,
  names: [name],
  awaited: false,
});
const known: KnownPerson[] = [
  person('ana', 'z1', ['ana@legalaid.org', 'ana.ruiz@old.org'], 'Ana Ruiz'),
  person('ben', null, ['ben@clinic.org'], 'Ben Ito'),
  person('kim1', 'z3', ['kim@one.org'], 'Kim Lee'),
  person('kim2', 'z4', ['kim@two.org'], 'Kim Lee'),
];
const endsAt = pt('2026-12-02 13:00');

function row(over: Partial<AttendanceRow>, joined = '12:00', left: string | null = '13:00'): AttendanceRow {
  return {
    email: null,
    name: '',
    registrantId: null,
    joinedAt: pt(`2026-12-02 ${joined}`),
    leftAt: left && pt(`2026-12-02 ${left}`),
    ...over,
  };
}

const who = (...rows: AttendanceRow[]) =>
  attendanceOf({ rows, known, endsAt }).map(({ personId, match, minutes, candidates }) =>
    [personId, match, minutes, ...candidates].join(' '),
  );

describe('who was there', () => {
  test.each<[string, AttendanceRow[], string[]]>([
    [
      'by registrant id, whatever the name',
      [row({ registrantId: 'z1', name: 'iPhone' })],
      ['ana registrant 60'],
    ],
    [
      'by registrant id before the address',
      [row({ registrantId: 'z1', email: 'ben@clinic.org' })],
      ['ana registrant 60'],
    ],
    ['by any of a person’s addresses, in any case', [row({ email: 'Ana.Ruiz@OLD.org' })], ['ana email 60']],
    ['by a full name only one has', [row({ name: 'BEN ITO (he/him)' })], ['ben name 60']],
    ['a name two have', [row({ name: 'Kim Lee' })], [' ambiguous 60 kim1 kim2']],
    [
      'a known name beside a foreign address',
      [row({ name: 'Ben Ito', email: 'b@gmail.com' })],
      [' ambiguous 60 ben'],
    ],
    ['somebody nobody knows', [row({ name: 'Guest', email: 'g@x.org' })], [' unknown 60']],
    ['a telephone', [row({ name: '1310555****' })], [' unknown 60']],
    [
      'rejoined: one person, merged times',
      [
        row({ registrantId: 'z1' }, '12:00', '12:20'),
        row({ email: 'ana@legalaid.org' }, '12:10', '12:30'),
        row({ registrantId: 'z1' }, '12:50', '13:00'),
      ],
      ['ana registrant 40'],
    ],
    [
      'on two devices',
      [row({ registrantId: 'z1' }), row({ registrantId: 'z1' }, '12:00', '12:45')],
      ['ana registrant 60'],
    ],
    [
      'still in at the end of the report',
      [row({ registrantId: 'z1' }, '12:30', null)],
      ['ana registrant 30'],
    ],
    ['told twice', [row({ name: 'Guest' }), row({ name: 'Guest' })], [' unknown 60']],
    [
      'two guests',
      [row({ name: 'Guest', email: 'a@x.org' }), row({ name: 'Guest', email: 'b@x.org' })],
      [' unknown 60', ' unknown 60'],
    ],
  ])('%s', (_name, rows, expected) => {
    expect(who(...rows)).toEqual(expected);
  });
});

describe('intervals', () => {
  const minute = (n: number) => new Date(Date.parse(endsAt) + n * 60_000).toISOString();

  test('in any order and however often told, the same time is counted once', () => {
    const interval = fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: -5, max: 60 }));
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 12 }), (drawn) => {
        const intervals = drawn.map(([from, length]) => ({
          joinedAt: minute(from),
          leftAt: minute(from + length),
        }));
        const merged = mergeIntervals(intervals);
        const counted = new Set(
          drawn.flatMap(([from, length]) => Array.from({ length: Math.max(0, length) }, (_, i) => from + i)),
        );
        expect(minutesIn(merged)).toBe(counted.size);
        expect(mergeIntervals([...intervals, ...intervals].reverse())).toEqual(merged);
        merged.slice(1).forEach((next, index) => {
          expect(next.joinedAt > (merged[index]?.leftAt ?? '')).toBe(true);
        });
      }),
    );
  });
});

test('a report of thousands of strangers reads each known name once', () => {
  let read = 0;
  const many = Array.from({ length: 500 }, (_, n) => ({
    ...person(`p${n}`, null, [`p${n}@known.example`], ''),
    get names() {
      read += 1;
      return [`Pat Number${n}`];
    },
  }));
  const rows = Array.from({ length: 2_000 }, (_, n) => row({ name: `Visitor Number${n}` }));
  expect(attendanceOf({ rows, known: many, endsAt })).toHaveLength(2_000);
  expect(read).toBe(500);
});

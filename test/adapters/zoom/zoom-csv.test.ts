import { describe, expect, test } from '@jest/globals';
import { parseZoomCsv } from '../../../src/adapters/zoom/zoom-csv.js';

const zone = 'America/Los_Angeles';
const read = (...lines: string[]) => parseZoomCsv(lines.join('\r\n'), { zone });

const adasStay = {
  registrantId: null,
  email: 'ada@legal-aid.example',
  name: 'Ada Attorney (she/her)',
  joinedAt: '2026-12-02T20:01:33.000Z',
  leftAt: '2026-12-02T20:59:00.000Z',
};

test('thirty thousand columns are read at once, and the one that stands there twice is named', () => {
  const columns = Array.from({ length: 30_000 }, (_, n) => `Column ${n}`);
  const header = ['Name', 'User Email', 'Join Time', 'Leave Time', ...columns, 'Column 7'].join(',');
  const before = performance.now();
  expect(read(header).problems).toEqual([{ line: 1, code: 'column-twice', column: 'Column 7' }]);
  // It took a minute.
  expect(performance.now() - before).toBeLessThan(10_000);
});

describe('the participants report as Zoom exports it', () => {
  test.each([
    [
      'with the meeting above and title case',
      [
        'Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants',
        '"812 3456 7890",Legal Working Group,12/02/2026 11:55:00 AM,12/02/2026 01:00:00 PM,host@desk.example,65,3',
        '',
        'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room',
        'Ada Attorney (she/her),Ada@legal-aid.example,12/02/2026 12:01:33 PM,12/02/2026 12:59:00 PM,58,No,No',
      ],
    ],
    [
      'with lower case headers and words for months',
      [
        'Topic,ID,Host,Duration (minutes),Start time,End time,Participants',
        'LWG,812 3456 7890,Host,65,"Dec 2, 2026 11:55 AM","Dec 2, 2026 1:00 PM",3',
        'Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,Recording disclaimer response,In waiting room',
        'Ada Attorney (she/her),ada@legal-aid.example,"Dec 2, 2026 12:01:33 PM","Dec 2, 2026 12:59 PM",58,Yes,,No',
      ],
    ],
    [
      'saved again by a spreadsheet: a mark at the start, semicolons, 24 hours',
      [
        '\uFEFFUser Name;User Email;Join Time;Leave Time;Guest',
        'Ada Attorney (she/her);ada@legal-aid.example;2026-12-02 12:01:33;2026-12-02 12:59;No',
      ],
    ],
    [
      'with instants, as from the API',
      [
        'name,email,join_time,leave_time',
        'Ada Attorney (she/her),ada@legal-aid.example,2026-12-02T20:01:33Z,2026-12-02T12:59:00-08:00',
      ],
    ],
  ])('%s', (_, lines) => {
    expect(read(...lines)).toEqual({ rows: [adasStay], problems: [] });
  });

  const header =
    'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room';

  test('noon and midnight are what they are, and summer time is minded', () => {
    const { rows } = read(header, 'A,,07/01/2026 12:00:00 PM,07/02/2026 12:00:00 AM,720,No,No');
    expect(rows[0]).toMatchObject({
      joinedAt: '2026-07-01T19:00:00.000Z',
      leftAt: '2026-07-02T07:00:00.000Z',
    });
  });

  test('people in the waiting room were not in', () => {
    expect(read(header, 'A,,12/02/2026 11:58:00 AM,12/02/2026 12:00:00 PM,2,Yes,Yes').rows).toEqual([]);
  });

  test('names may hold commas and quotes; line breaks and what can’t be shown go', () => {
    const { rows } = read(
      header,
      '"Lopez, ""Ana""\n\u202e(Clinic)\u0000",,12/02/2026 12:00:00 PM,12/02/2026 12:30:00 PM,30,Yes,No',
    );
    expect(rows[0]?.name).toBe('Lopez, "Ana" (Clinic)');
  });

  test('lines that can’t be read are told by number, and the others are used', () => {
    const { rows, problems } = read(
      header,
      'A,,12/02/2026 12:00:00 PM,12/02/2026 12:30:00 PM,30,No,No',
      'B,,25/12/2026 12:00:00 PM,25/12/2026 12:30:00 PM,30,No,No',
      'C,,12/02/2026 12:30:00 PM,12/02/2026 12:00:00 PM,30,No,No',
      ',,12/02/2026 12:00:00 PM,12/02/2026 12:30:00 PM,30,No,No',
      'D,,12/02/2026 13:00:00 PM,12/02/2026 1:30:00 PM,30,No,No',
    );
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([
      { line: 3, code: 'day-first' },
      { line: 4, code: 'left-before-joined' },
      { line: 5, code: 'no-name-or-email' },
      { line: 6, code: 'bad-time' },
    ]);
  });

  test.each<[string, string, string | null]>([
    ['month first, the day of the call', '12/02/2026 12:00:00 PM', null],
    ['month first, past midnight for the host', '12/03/2026 12:10:00 AM', null],
    ['day first, the day of the call', '02/12/2026 12:00:00 PM', 'day-first'],
    ['day first beyond doubt', '25/12/2026 12:00:00 PM', 'day-first'],
    ['month first beyond doubt, another day', '11/25/2026 12:00:00 PM', null],
    ['one that may be two dates, neither the call’s', '03/04/2026 12:00:00 PM', 'ambiguous-date'],
    ['the same number twice', '11/11/2026 12:00:00 PM', null],
    ['year first', '2026-12-02 12:00', null],
    ['a month by its name', 'Dec 2, 2026 12:00 PM', null],
    ['a month by its name, cut or whole', 'Sept. 2, 2026 12:00 PM', null],
    ['a word that only begins like a month', 'Decorations 2, 2026 12:00 PM', 'bad-time'],
    ['a year that no database takes', '0000-12-02 12:00', 'bad-time'],
    ['the last year there is', '9999-12-31 12:00', 'bad-time'],
    ['an instant of that year', '9999-12-31T12:00:00Z', 'bad-time'],
    ['neither', '13/13/2026 12:00:00 PM', 'bad-time'],
  ])('of the call of December 2, 2026: %s', (_name, time, code) => {
    const text = [header, `A,,"${time}","${time}",0,No,No`].join('\n');
    const { problems } = parseZoomCsv(text, { zone, startsAt: '2026-12-02T20:00:00.000Z' });
    expect(problems).toEqual(code === null ? [] : [{ line: 2, code }]);
  });

  test.each([
    [
      'rows of only commas',
      ['A,,12/02/2026 12:00:00 PM,12/02/2026 12:30:00 PM,30,No,No', ',,,,,,', ',,,,,,'],
    ],
    ['cells dropped at the end', ['A,,12/02/2026 12:00:00 PM,12/02/2026 12:30:00 PM']],
    ['empty cells at the end', ['A,,12/02/2026 12:00:00 PM,12/02/2026 12:30:00 PM,30,No,No,,,,']],
  ])('saved again by a spreadsheet with %s', (_name, lines) => {
    const { rows, problems } = read(header, ...lines);
    expect(problems).toEqual([]);
    expect(rows.map(({ name }) => name)).toEqual(['A']);
  });

  test('a column that stands there twice is named', () => {
    expect(read(`${header},Join Time`, 'A,,12/02/2026 12:00:00 PM,12/02/2026 12:30:00 PM')).toEqual({
      rows: [],
      problems: [{ line: 1, code: 'column-twice', column: 'Join Time' }],
    });
  });

  test('a report longer than any call is refused before it is read', () => {
    const rows = Array.from({ length: 10_001 }, () => 'A,,12/02/2026 12:00:00 PM,12/02/2026 12:30:00 PM');
    expect(read(header, ...rows).problems).toEqual([{ line: 1, code: 'too-many' }]);
  });

  test.each([
    [
      'no-times',
      ['Name (Original Name),User Email,Total Duration (Minutes),Guest', 'Ada,ada@x.example,58,No'],
    ],
    ['no-header', ['This is not a report', 'at all']],
    ['no-header', ['']],
    ['unreadable', [header, '"Ada,ada@x.example']],
  ])('another file is %s', (code, lines) => {
    expect(read(...lines)).toEqual({ rows: [], problems: [{ line: 1, code }] });
  });
});

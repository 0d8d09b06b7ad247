import { describe, expect, test } from '@jest/globals';
import { decodeText } from '../../src/adapters/csv/decode-text.js';
import { COMPLETION_COLUMNS, completionsOf } from '../../src/cli/completions-csv.js';
import { parseCsv } from '../../src/cli/csv.js';
import { REQUEST_COLUMNS, requestsOf } from '../../src/cli/requests-csv.js';
import { createCalendar } from '../../src/domain/time/calendar.js';

const calendar = createCalendar({
  zone: 'America/Los_Angeles',
  officeHours: { opens: '09:00', closes: '17:00' },
  federalHolidays: true,
  holidays: [],
  closures: [],
});
const now = '2026-11-02T18:00:00.000Z';

const header = [...REQUEST_COLUMNS.required, 'licensed_in', 'document_kind'].join(',');
const good =
  '2026-10-05,Ada,ada@firm.example,attorney,document-review,immigration,"facts, in\ntwo lines",questions?,CA; NV,t-visa-rfe';

function read(text: string) {
  const { rows, errors } = parseCsv(text, REQUEST_COLUMNS);
  const requests = requestsOf(rows, { calendar, now });
  return { requests: requests.requests, errors: [...errors, ...requests.errors] };
}

describe('requests of the older form', () => {
  test('a row with quoted line breaks, lists and a receipt date', () => {
    const { requests, errors } = read(`${header}\n${good}\n`);
    expect(errors).toEqual([]);
    expect(requests[0]).toMatchObject({
      line: 2,
      receivedAt: '2026-10-05T16:00:00.000Z',
      submission: {
        requester: { email: 'ada@firm.example', licensedIn: ['CA', 'NV'] },
        documentKind: 't-visa-rfe',
      },
    });
  });

  test.each([
    ['a missing column', 'received_at,name\n2026-10-05,Ada', 1, 'The column email is missing.'],
    ['an unknown column', `${header},shoe_size\n${good},9`, 1, 'There is no column shoe_size.'],
    ['a cell too many', `${header}\n${good}\n${good},x`, 4, 'There is a cell under a column without a name.'],
    [
      'a column twice',
      `${header},email\n${good},x@firm.example`,
      1,
      'The column email stands there more than once.',
    ],
    [
      'a receipt in the future',
      `${header}\n${good.replace('2026-10-05', '2027-01-05')}`,
      2,
      'received_at: this is in the future.',
    ],
    [
      'a receipt of another century',
      `${header}\n${good.replace('2026-10-05', '1926-10-05')}`,
      2,
      'received_at: give a date (2026-10-05) or an instant with its zone.',
    ],
    [
      'a receipt more than ten years back',
      `${header}\n${good.replace('2026-10-05', '2016-11-01T12:00:00Z')}`,
      2,
      'received_at: Give a date from Wednesday, November 2, 2016 to Monday, November 2, 2026.',
    ],
    [
      'a receipt that is no date',
      `${header}\n${good.replace('2026-10-05', '10/05/26')}`,
      2,
      'received_at: give a date (2026-10-05) or an instant with its zone.',
    ],
    [
      'an address that is none',
      `${header}\n${good}\n${good.replace('ada@firm.example', 'ada')}`,
      4,
      'email: Enter an e-mail address, like name@example.org.',
    ],
    [
      'a state that is none',
      `${header}\n${good.replace('CA; NV', 'XX')}`,
      2,
      'licensed_in: Use a two-letter state or territory code, like CA.',
    ],
    ['quotes that do not match', `${header}\n"2026-10-05,Ada`, 2, 'The quotes do not match here.'],
  ])('%s is told with its line', (_name, text, line, message) => {
    expect(read(text).errors).toContainEqual({ line, message });
  });
});

describe('as spreadsheets save it', () => {
  const plain = '2026-10-05,Ada,ada@firm.example,attorney,case-consultation,immigration,facts,questions?,CA';
  const semicolons = (line: string) => line.replaceAll(',', ';');
  test.each([
    ['rows of only commas', `${header}\n${plain}\n,,,,,,,,,\n,,,,,,,,,\n`, 2],
    ['an empty row between', `${header}\n,,,,,,,,,\n${plain}\n`, 3],
    ['empty columns at the end', `${header},,,\n${plain},,,,\n`, 2],
    ['empty cells dropped at the end', `${header}\n${plain}\n`, 2],
    ['semicolons', `${semicolons(header)}\n${semicolons(plain)}\n`, 2],
    [
      'a first line that names the delimiter',
      `\ufeffsep=;\r\n${semicolons(header)}\r\n${semicolons(plain)}\r\n`,
      3,
    ],
    ['a header in other letters', `${header.toUpperCase()}\n${plain}\n`, 2],
    ['tabs', `${header}\n${plain}\n`.replaceAll(',', '\t'), 2],
    ['lines of an old Macintosh', `${header}\r${plain}\r`, 2],
    ['a mark in front', `\ufeff${header}\r\n${plain}\r\n`, 2],
    ['empty lines in front', `\n\n${header}\n${plain}`, 4],
  ])('%s', (_name, text, line) => {
    const { requests, errors } = read(text);
    expect(errors).toEqual([]);
    expect(requests).toMatchObject([{ line, submission: { requester: { licensedIn: ['CA'] } } }]);
  });

  test.each([
    ['UTF-8', Buffer.from('José;Müller')],
    ['UTF-8 with a mark', Buffer.from('\ufeffJosé;Müller')],
    ['UTF-16, little end first', Buffer.from('\ufeffJosé;Müller', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\ufeffJosé;Müller', 'utf16le').swap16()],
    ['the code page of Windows', Buffer.from('José;Müller', 'latin1')],
  ])('in %s', (_name, bytes) => {
    expect(decodeText(bytes)).toBe('José;Müller');
  });

  test('but a workbook under the name of a CSV is none', () => {
    expect(decodeText(Buffer.from('PK\u0003\u0004\u0000\u0000', 'latin1'))).toBeNull();
  });
});

describe('completions', () => {
  const courses = ['t-visas-part-1'];
  const columns = 'email,external_user_id,course_id,completed_at,score,passed';
  const of = (lines: string) => {
    const { rows, errors } = parseCsv(`${columns}\n${lines}`, COMPLETION_COLUMNS);
    const read = completionsOf(rows, { source: 'csv', courses });
    return { ...read, errors: [...errors, ...read.errors] };
  };

  test('the same user, course and moment is the same completion, whatever the letter case', () => {
    const { inputs } = of(
      'A@x.example,,t-visas-part-1,2026-10-01T10:00:00Z,0.8,yes\na@X.example,,t-visas-part-1,2026-10-01T10:00:00Z,0.8,true',
    );
    expect(inputs).toHaveLength(2);
    expect(inputs[0]?.sourceId).toBe(inputs[1]?.sourceId);
  });

  test.each([
    [
      'a percentage',
      'a@x.example,7,t-visas-part-1,2026-10-01T10:00:00Z,80,yes',
      'score: A score is from 0 to 1.',
    ],
    [
      'a course of another program',
      'a@x.example,7,knitting,2026-10-01T10:00:00Z,0.8,yes',
      'course_id: the program has t-visas-part-1.',
    ],
    [
      'maybe passed',
      'a@x.example,7,t-visas-part-1,2026-10-01T10:00:00Z,0.8,maybe',
      'passed: Say true or false.',
    ],
    [
      'a moment without zone',
      'a@x.example,7,t-visas-part-1,2026-10-01 10:00,0.8,yes',
      'completed_at: Give an instant with its zone, like 2026-11-25T17:00:00-08:00.',
    ],
  ])('%s is told with its line', (_name, line, message) => {
    expect(of(line).errors).toEqual([{ line: 2, message }]);
  });
});

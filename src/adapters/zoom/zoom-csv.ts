import { cleanLine } from '../../domain/text/clean.js';
import type { Instant } from '../../domain/time/instant.js';
import { createZone } from '../../domain/time/zone.js';
import type { AttendanceFile, AttendanceProblem, ParticipantRow } from '../../ports/meetings.js';
import { decodeText } from '../csv/decode-text.js';
import { readTable, type TableRow } from '../csv/read-table.js';
import { readReportTime } from './report-time.js';

type Column = 'name' | 'email' | 'joined' | 'left' | 'waiting' | 'registrant';

/** Zoom has renamed its columns over the years and with its languages of title case. */
const COLUMNS: Record<Column, RegExp> = {
  name: /^(user )?name( \(original name\))?$|^participant( name)?$/,
  email: /^(user |participant )?e-?mail( address)?$/,
  joined: /^join(ed)?[ _]?(time|at)$/,
  left: /^(leave|left)[ _]?(time|at)$/,
  waiting: /^in[ _]waiting[ _]room$/,
  registrant: /^registrant[ _]id$/,
};

/** Longer than ten thousand rows are. */
const MOST_CHARACTERS = 3_000_000;
const MOST_ROWS = 10_000;

/**
 * The participants report a host exports from Zoom's web pages, with or without the lines about the meeting above.
 * Its times stand in the host's zone; `startsAt` of its call tells month and day apart. Lines that can't be read are told by number; the others are used.
 */
export function parseZoomCsv(
  report: string | Uint8Array,
  { zone: zoneName, startsAt }: { zone: string; startsAt?: Instant },
): AttendanceFile {
  const text = typeof report === 'string' ? report : decodeText(report);
  if (text !== null && text.length > MOST_CHARACTERS) return trouble('too-many');
  const lines = text === null ? null : readLines(text);
  if (lines === null) return trouble('unreadable');
  if (lines.length > MOST_ROWS) return trouble('too-many');
  const headerAt = lines.findIndex(({ cells }) => isHeader(cells));
  if (headerAt < 0) {
    const summed = lines.some(({ cells }) => cells.some((cell) => /^total duration/i.test(cell)));
    return trouble(summed ? 'no-times' : 'no-header');
  }
  const header = lines[headerAt]?.cells ?? [];
  const names = header.map(plain);
  const firstAt = new Map(names.map((name, n) => [name, n] as const).reverse());
  const twice = header.find((_cell, n) => names[n] !== '' && firstAt.get(names[n] ?? '') !== n);
  if (twice !== undefined) {
    return {
      rows: [],
      problems: [{ line: lines[headerAt]?.line ?? 1, code: 'column-twice', column: twice }],
    };
  }
  const place = Object.fromEntries(
    Object.entries(COLUMNS).map(([column, name]) => [column, names.findIndex((one) => name.test(one))]),
  ) as Record<Column, number>;
  const zone = createZone(zoneName);
  const on = startsAt === undefined ? null : zone.dateOf(startsAt);
  const file: AttendanceFile = { rows: [], problems: [] };
  for (const { line, cells } of lines.slice(headerAt + 1)) {
    const cell = (column: Column) => cleanLine(cells[place[column]] ?? '', 300);
    if (/^(yes|true)$/i.test(cell('waiting'))) continue;
    const row = rowOf(cell, (time) => readReportTime(time, zone, on));
    if (typeof row === 'string') file.problems.push({ line, code: row });
    else file.rows.push(row);
  }
  return file;
}

function rowOf(
  cell: (column: Column) => string,
  read: (time: string) => ReturnType<typeof readReportTime>,
): ParticipantRow | AttendanceProblem {
  const [joined, left] = [read(cell('joined')), read(cell('left'))];
  if (!joined.ok) return joined.code;
  if (!left.ok) return left.code;
  const [joinedAt, leftAt] = [joined.at, left.at];
  if (leftAt < joinedAt) return 'left-before-joined';
  const name = cell('name').slice(0, 200);
  const email = cell('email').toLowerCase();
  if (!name && !email) return 'no-name-or-email';
  return { registrantId: cell('registrant') || null, email: email || null, name, joinedAt, leftAt };
}

function readLines(text: string): TableRow[] | null {
  try {
    return readTable(text, (line) => /join/i.test(line));
  } catch {
    // The library's message quotes the line.
    return null;
  }
}

function isHeader(cells: string[]): boolean {
  const has = (column: Column) => cells.some((cell) => COLUMNS[column].test(plain(cell)));
  return (has('name') || has('email')) && has('joined') && has('left');
}

function plain(cell: string): string {
  return cell.toLowerCase().replace(/\s+/g, ' ').trim();
}

function trouble(code: AttendanceProblem): AttendanceFile {
  return { rows: [], problems: [{ line: 1, code }] };
}

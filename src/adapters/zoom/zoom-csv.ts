import { parse } from 'csv-parse/sync';
import type { AttendanceFile, AttendanceProblem, ParticipantRow } from '../../activities/call-ports.js';
import type { Instant } from '../../domain/time/instant.js';
import { createZone } from '../../domain/time/zone.js';
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

interface Line {
  record: string[];
  info: { lines: number };
}

/**
 * The participants report a host exports from Zoom's web pages, with or without the lines about the meeting above.
 * Its times stand in the host's zone; `startsAt` of its call tells month and day apart. Lines that can't be read are told by number; the others are used.
 */
export function parseZoomCsv(
  text: string,
  { zone: zoneName, startsAt }: { zone: string; startsAt?: Instant },
): AttendanceFile {
  const lines = readLines(text);
  if (lines === null) return trouble('unreadable');
  const headerAt = lines.findIndex(({ record }) => isHeader(record));
  if (headerAt < 0) {
    const summed = lines.some(({ record }) => record.some((cell) => /^total duration/i.test(cell)));
    return trouble(summed ? 'no-times' : 'no-header');
  }
  const header = lines[headerAt]?.record ?? [];
  const place = Object.fromEntries(
    Object.entries(COLUMNS).map(([column, name]) => [
      column,
      header.findIndex((cell) => name.test(plain(cell))),
    ]),
  ) as Record<Column, number>;
  const zone = createZone(zoneName);
  const on = startsAt === undefined ? null : zone.dateOf(startsAt);
  const file: AttendanceFile = { rows: [], problems: [] };
  for (const { record, info } of lines.slice(headerAt + 1)) {
    const cell = (column: Column) => record[place[column]]?.trim() ?? '';
    if (/^(yes|true)$/i.test(cell('waiting'))) continue;
    const row = rowOf(cell, (time) => readReportTime(time, zone, on));
    if (typeof row === 'string') file.problems.push({ line: info.lines, code: row });
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
  const name = cell('name');
  const email = cell('email').toLowerCase();
  if (!name && !email) return 'no-name-or-email';
  return { registrantId: cell('registrant') || null, email: email || null, name, joinedAt, leftAt };
}

function readLines(text: string): Line[] | null {
  try {
    const options = {
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      delimiter: delimiterOf(text),
    };
    // With `info` each row comes with where it stood; the library's types leave that out.
    return parse(text, options) as unknown as Line[];
  } catch {
    // The library's message quotes the line.
    return null;
  }
}

/** Exports follow the host's region: commas, or semicolons, or tabs once a spreadsheet has touched them. */
function delimiterOf(text: string): string {
  const line = text.split(/\r?\n/).find((one) => /join/i.test(one)) ?? '';
  const count = (mark: string) => line.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function isHeader(record: string[]): boolean {
  const has = (column: Column) => record.some((cell) => COLUMNS[column].test(plain(cell)));
  return (has('name') || has('email')) && has('joined') && has('left');
}

function plain(cell: string): string {
  return cell.toLowerCase().replace(/\s+/g, ' ').trim();
}

function trouble(code: AttendanceProblem): AttendanceFile {
  return { rows: [], problems: [{ line: 1, code }] };
}

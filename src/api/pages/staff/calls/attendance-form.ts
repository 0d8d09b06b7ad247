import type { AttendanceFile } from '../../../../activities/call-ports.js';
import type { AttendanceInput } from '../../../../domain/calls/call-decision.schema.js';
import { isEmailAddress } from '../../../../domain/mail/address.js';
import type { FieldError } from '../../../../domain/result.js';
import { cut } from '../../../../domain/text/clean.js';
import { attendanceText as text } from '../../../text/staff-calls/attendance.js';

type Read = { ok: true; rows: AttendanceInput } | { ok: false; errors: FieldError[] };

const SHOWN = 10;
const OF_FILE = ['unreadable', 'no-header', 'no-times', 'too-many'];
const MOST_PEOPLE = 2_000;

/** Attendance by hand: askers checked, and addresses one a line. Everybody was there the whole time. */
export function readByHand(
  typed: { checked: readonly string[]; others: string },
  askers: readonly { email: string; name: string }[],
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
): Read {
  const addresses: { email: string; name: string }[] = [];
  const errors: FieldError[] = [];
  for (const [index, line] of typed.others.split('\n').entries()) {
    const email = line.trim().toLowerCase();
    if (email === '') continue;
    if (isEmailAddress(email)) addresses.push({ email, name: '' });
    else errors.push({ pointer: '/others', message: text.others.wrong(index + 1) });
    if (errors.length === SHOWN) break;
  }
  if (addresses.length > MOST_PEOPLE) errors.push({ pointer: '/others', message: text.others.tooMany });
  if (errors.length > 0) return { ok: false, errors };
  const there = askers.filter(({ email }) => typed.checked.includes(email));
  const rows = [...there, ...addresses].map(({ email, name }) => ({
    email,
    name: cut(name, 200),
    joinedAt: startsAt,
    leftAt: endsAt,
    registrantId: null,
  }));
  if (rows.length === 0) return { ok: false, errors: [{ pointer: '/there', message: text.nobody }] };
  return { ok: true, rows };
}

/** Zoom's report as a whole, or what is wrong with which line: half a report would make people absent. */
export function readReportFile({ rows, problems }: AttendanceFile): Read {
  const errors = problems.slice(0, SHOWN).map(({ line, code, column }) => {
    if (code === 'column-twice') return { pointer: '/file', message: text.columnTwice(column ?? '') };
    const words = text.problems[code] ?? code;
    const ofFile = OF_FILE.includes(code);
    return { pointer: '/file', message: ofFile ? words : `${text.line(line)} ${words}` };
  });
  if (errors.length > 0) return { ok: false, errors };
  return rows.length > 0
    ? { ok: true, rows }
    : { ok: false, errors: [{ pointer: '/file', message: text.empty }] };
}

import { createHash } from 'node:crypto';
import type { AttendanceInput } from '../../../../domain/calls/call-decision.schema.js';
import { isEmailAddress } from '../../../../domain/mail/address.js';
import { cleanLine, cut, withoutUnseen } from '../../../../domain/text/clean.js';
import type { Texts } from '../../../text/texts.js';
import type { PageError } from '../../../views/page-errors.js';

export type AttendanceText = Texts['staff']['calls']['aboutCall']['attendance'];

const SHOWN = 10;
const MOST_PEOPLE = 2_000;
/** Longer than any address. */
const LONGEST = 300;

/** A row of what is known, and an asker with their check box. */
export interface KnownRow {
  id: string;
  personId: string | null;
  email: string | null;
  name: string;
}
export interface AskerBox {
  personId: string;
  email: string;
  name: string;
}

/** Everybody known who is no asker with a check box, one a line; `readByHand` takes each line back as the same row. */
export function othersOf(
  text: AttendanceText,
  known: readonly KnownRow[],
  askers: readonly AskerBox[],
): string {
  return known
    .filter((row) => !askers.some((asker) => asker.personId === row.personId))
    .map((row) => lineOf(text, row))
    .join('\n');
}

/** Names on a call may be anything, also nothing that is seen. */
function lineOf(text: AttendanceText, { email, name }: KnownRow): string {
  const shown = cleanLine(email || name, LONGEST).trim();
  return withoutUnseen(shown).trim() === '' ? text.others.noName : shown;
}

/** `keep`: rows that stay as they stand, with their minutes and whom staff said they were. */
type ReadByHand = { ok: true; rows: AttendanceInput; keep: string[] } | { ok: false; errors: PageError[] };

/**
 * Attendance by hand: askers checked, and a line for everybody else. A line that stood there before is that row still,
 * also one without an address; an address that is new was there the whole time.
 */
export function readByHand(
  text: AttendanceText,
  typed: { checked: readonly string[]; others: string },
  { askers, known }: { askers: readonly AskerBox[]; known: readonly KnownRow[] },
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
): ReadByHand {
  const there = askers.filter(({ email }) => typed.checked.includes(email));
  const keep = known.filter((row) => there.some(({ personId }) => personId === row.personId));
  const added: { email: string; name: string }[] = there.filter(
    (asker) => !keep.some(({ personId }) => personId === asker.personId),
  );
  const lines = linesOf(
    text,
    known.filter((row) => !askers.some(({ personId }) => personId === row.personId)),
  );
  const errors: PageError[] = [];
  for (const [index, line] of typed.others.split('\n').entries()) {
    const email = cleanLine(line, LONGEST).toLowerCase();
    if (email === '') continue;
    const row = lines.get(email)?.shift();
    if (row) keep.push(row);
    else if (isEmailAddress(email)) added.push({ email, name: '' });
    else errors.push({ pointer: '/others', message: text.others.wrong(index + 1) });
    if (errors.length === SHOWN) break;
  }
  if (added.length > MOST_PEOPLE) errors.push({ pointer: '/others', message: text.others.tooMany });
  if (errors.length > 0) return { ok: false, errors };
  if (added.length + keep.length === 0)
    return { ok: false, errors: [{ pointer: '/there', message: text.nobody }] };
  const rows = added.map(({ email, name }) => ({
    email,
    name: cut(name, 200),
    joinedAt: startsAt,
    leftAt: endsAt,
    registrantId: null,
  }));
  return { ok: true, rows, keep: keep.map(({ id }) => id) };
}

/** Two telephones without a name are two lines, and two rows. */
function linesOf(text: AttendanceText, known: readonly KnownRow[]): Map<string, KnownRow[]> {
  const lines = new Map<string, KnownRow[]>();
  for (const row of known) {
    const line = lineOf(text, row).toLowerCase();
    lines.set(line, [...(lines.get(line) ?? []), row]);
  }
  return lines;
}

/** What a form showed, so that what has changed since is not undone by it. */
export function seenOf(known: readonly KnownRow[]): string {
  const ids = known.map(({ id, personId }) => `${id}/${personId}`).sort();
  return createHash('sha256').update(ids.join(' ')).digest('base64url').slice(0, 22);
}

/** What is known now, with the addresses that were typed onto an older page. */
export function typedOnto(
  text: AttendanceText,
  known: readonly KnownRow[],
  askers: readonly AskerBox[],
  typed: { checked: readonly string[]; others: string },
): { there: string[]; others: string } {
  const others = othersOf(text, known, askers);
  const lines = new Set(others.toLowerCase().split('\n'));
  const added = typed.others
    .split('\n')
    .map((line) => line.trim().toLowerCase())
    .filter((line) => isEmailAddress(line) && !lines.has(line));
  const isIn = (asker: AskerBox) => known.some(({ personId }) => personId === asker.personId);
  return {
    there: askers
      .filter((asker) => isIn(asker) || typed.checked.includes(asker.email))
      .map(({ email }) => email),
    others: [others, ...added].filter((line) => line !== '').join('\n'),
  };
}

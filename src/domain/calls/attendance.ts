import type { Instant } from '../time/instant.js';
import { later } from './earlier-later.js';

export interface Interval {
  joinedAt: Instant;
  leftAt: Instant;
}

/** A line of Zoom's report, of its CSV, or written by hand. */
export interface AttendanceRow {
  email: string | null;
  name: string;
  joinedAt: Instant;
  /** Null: still in at the end of the report. */
  leftAt: Instant | null;
  registrantId: string | null;
}

/** Somebody who may have been there: a registrant, or an asker who never registered. */
export interface KnownPerson {
  personId: string;
  registrantId: string | null;
  /** All addresses of the person, in lower case. */
  emails: readonly string[];
  name: string;
}

export interface Attendee {
  /** Null while nobody knows who it was. */
  personId: string | null;
  /** `ambiguous`: only the name fits, and not surely; staff decide. `unknown`: nobody has it. */
  match: 'registrant' | 'email' | 'name' | 'ambiguous' | 'unknown';
  /** Whom an ambiguous name may be. */
  candidates: string[];
  registrantId: string | null;
  email: string | null;
  name: string;
  intervals: Interval[];
  minutes: number;
}

/**
 * Who was there: by registrant id, else by address, else by a full name that one person alone has. A name
 * of several, or one beside a foreign address, goes to a person on staff. Rejoins are one attendee with
 * merged intervals.
 */
export function attendanceOf(args: {
  rows: readonly AttendanceRow[];
  known: readonly KnownPerson[];
  /** When those still in are counted out. */
  endsAt: Instant;
}): Attendee[] {
  const groups = new Map<string, { found: Found; row: AttendanceRow; intervals: Interval[] }>();
  for (const row of args.rows) {
    const found = whoIs(row, args.known);
    const key =
      found.personId ?? `${row.registrantId ?? ''}|${row.email?.toLowerCase() ?? ''}|${plain(row.name)}`;
    const leftAt = row.leftAt ?? later(args.endsAt, row.joinedAt);
    const group = groups.get(key) ?? { found, row, intervals: [] };
    group.intervals.push({ joinedAt: row.joinedAt, leftAt });
    groups.set(key, group);
  }
  return [...groups.values()].map(({ found, row, intervals }) => {
    const merged = mergeIntervals(intervals);
    return {
      ...found,
      registrantId: row.registrantId,
      email: row.email?.toLowerCase() ?? null,
      name: row.name,
      intervals: merged,
      minutes: minutesIn(merged),
    };
  });
}

type Found = Pick<Attendee, 'personId' | 'match' | 'candidates'>;

function whoIs(row: AttendanceRow, known: readonly KnownPerson[]): Found {
  const byId = row.registrantId && known.find((person) => person.registrantId === row.registrantId);
  if (byId) return { personId: byId.personId, match: 'registrant', candidates: [] };
  const email = row.email?.toLowerCase();
  const byEmail = email && known.find((person) => person.emails.includes(email));
  if (byEmail) return { personId: byEmail.personId, match: 'email', candidates: [] };
  const name = plain(row.name);
  const named = name === '' ? [] : known.filter((person) => plain(person.name) === name);
  const [only, ...others] = named;
  if (only && others.length === 0 && !email && !row.registrantId && name.includes(' ')) {
    return { personId: only.personId, match: 'name', candidates: [] };
  }
  const candidates = named.map(({ personId }) => personId);
  return { personId: null, match: candidates.length > 0 ? 'ambiguous' : 'unknown', candidates };
}

/** Sorted, and joined where they touch or overlap. An end before its start counts as no time. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals
    .map(({ joinedAt, leftAt }) => ({ joinedAt, leftAt: later(leftAt, joinedAt) }))
    .sort((a, b) => (a.joinedAt < b.joinedAt ? -1 : a.joinedAt > b.joinedAt ? 1 : 0));
  const merged: Interval[] = [];
  for (const interval of sorted) {
    const last = merged.at(-1);
    if (last && interval.joinedAt <= last.leftAt) {
      if (interval.leftAt > last.leftAt) last.leftAt = interval.leftAt;
    } else {
      merged.push({ ...interval });
    }
  }
  return merged;
}

/** Whole minutes, begun ones counted. */
export function minutesIn(merged: readonly Interval[]): number {
  const ms = merged.reduce((sum, { joinedAt, leftAt }) => sum + Date.parse(leftAt) - Date.parse(joinedAt), 0);
  return Math.ceil(ms / 60_000);
}

/**
 * Whether a person was there: null while nobody can say, because no attendance is known or an ambiguous
 * name may be theirs.
 */
export function attended(personId: string, attendance: readonly Attendee[] | null): boolean | null {
  if (attendance === null) return null;
  if (attendance.some((attendee) => attendee.personId === personId)) return true;
  const maybe = attendance.some(
    (attendee) => attendee.personId === null && attendee.candidates.includes(personId),
  );
  return maybe ? null : false;
}

/** Names as people type them in a meeting: case, accents, pronouns in brackets and spaces aside. */
function plain(name: string): string {
  return name
    .replace(/\([^)]*\)/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

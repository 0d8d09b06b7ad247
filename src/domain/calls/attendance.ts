import type { Instant } from '../time/instant.js';
import { fullName, givenNames, isSameName, mayBeName, nameWords, shownNames } from './attendee-name.js';
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
  /** Several of whom two records became one. */
  registrantIds: readonly string[];
  /** All addresses of the person, in lower case. */
  emails: readonly string[];
  /** As registered, and as given with a question. */
  names: readonly string[];
  /** A selected asker: unless they were there, they are told that they were missed. */
  awaited: boolean;
}

export interface Attendee {
  /** Null while nobody knows who it was. */
  personId: string | null;
  /** `ambiguous`: it may be somebody, and not surely; staff decide. `unknown`: nobody it could matter to. */
  match: 'registrant' | 'email' | 'name' | 'ambiguous' | 'unknown';
  /** Whom an ambiguous row may be. */
  candidates: string[];
  registrantId: string | null;
  email: string | null;
  name: string;
  intervals: Interval[];
  minutes: number;
}

/**
 * Who was there: by registrant id, else by address, else by a full name that one person alone has. Everything else
 * that may be somebody goes to a person on staff: a name of several, one beside a foreign address, and, while a
 * selected asker was not found, any row without an address and any that is alike. Rejoins are one attendee with
 * merged intervals.
 */
export function attendanceOf(args: {
  rows: readonly AttendanceRow[];
  known: readonly KnownPerson[];
  /** When those still in are counted out. */
  endsAt: Instant;
  /** Who is known to have been there without these rows. */
  there?: ReadonlySet<string>;
}): Attendee[] {
  const groups = new Map<string, { found: Found; row: AttendanceRow; intervals: Interval[] }>();
  for (const row of args.rows) {
    const found = whoIs(row, args.known);
    const key =
      found.personId ??
      `${row.registrantId ?? ''}|${row.email?.toLowerCase() ?? ''}|${nameWords(row.name).join(' ') || row.name}`;
    const leftAt = row.leftAt ?? later(args.endsAt, row.joinedAt);
    const group = groups.get(key) ?? { found, row, intervals: [] };
    group.intervals.push({ joinedAt: row.joinedAt, leftAt });
    groups.set(key, group);
  }
  const there = new Set([...(args.there ?? []), ...[...groups.values()].map(({ found }) => found.personId)]);
  return [...groups.values()].map(({ found, row, intervals }) => {
    const merged = mergeIntervals(intervals);
    return {
      ...(found.personId ? found : mayBe(row, args.known, there)),
      registrantId: row.registrantId,
      email: row.email?.toLowerCase() ?? null,
      name: row.name,
      intervals: merged,
      minutes: minutesIn(merged),
    };
  });
}

type Found = Pick<Attendee, 'personId' | 'match' | 'candidates'>;
type Who = Pick<AttendanceRow, 'email' | 'name' | 'registrantId'>;

function whoIs(row: Who, known: readonly KnownPerson[]): Found {
  const { registrantId } = row;
  const byId = registrantId && known.find((person) => person.registrantIds.includes(registrantId));
  if (byId) return { personId: byId.personId, match: 'registrant', candidates: [] };
  const email = row.email?.toLowerCase();
  const byEmail = email && known.find((person) => person.emails.includes(email));
  if (byEmail) return { personId: byEmail.personId, match: 'email', candidates: [] };
  const [only, ...others] = named(row, known);
  if (only && others.length === 0 && !email && !row.registrantId) {
    return { personId: only.personId, match: 'name', candidates: [] };
  }
  return { personId: null, match: 'unknown', candidates: [] };
}

/** Whom a row that names nobody surely may be. `there`: who was found by other rows. */
export function mayBe(row: Who, known: readonly KnownPerson[], there: ReadonlySet<string | null>): Found {
  const sameName = named(row, known);
  const missed = known.filter(
    (person) => person.awaited && !there.has(person.personId) && (!row.email || isAlike(row, person)),
  );
  const candidates = [...new Set([...sameName, ...missed].map(({ personId }) => personId))];
  return { personId: null, match: candidates.length > 0 ? 'ambiguous' : 'unknown', candidates };
}

function named(row: Who, known: readonly KnownPerson[]): KnownPerson[] {
  const byWords = namesOf(known);
  const same = new Set(
    shownNames(row.name)
      .flatMap((shown) =>
        (byWords.get(fullName(shown)) ?? []).filter(({ given }) => isSameName(shown, given)),
      )
      .map(({ person }) => person),
  );
  return known.filter((person) => same.has(person));
}

interface Given {
  person: KnownPerson;
  given: string[];
}

const namesByList = new WeakMap<readonly KnownPerson[], Map<string, Given[]>>();

/** Names as they were given, by their full words; worked out once for a list, as reports have thousands of rows. */
function namesOf(known: readonly KnownPerson[]): Map<string, Given[]> {
  const done = namesByList.get(known);
  if (done) return done;
  const byWords = new Map<string, Given[]>();
  for (const person of known) {
    for (const given of person.names.flatMap(givenNames)) {
      const others = byWords.get(fullName(given)) ?? [];
      byWords.set(fullName(given), [...others, { person, given }]);
    }
  }
  namesByList.set(known, byWords);
  return byWords;
}

function isAlike(row: Who, person: KnownPerson): boolean {
  const mailbox = row.email?.split('@')[0] ?? '';
  return person.names.some((name) => mayBeName(nameWords(row.name), mailbox, nameWords(name)));
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

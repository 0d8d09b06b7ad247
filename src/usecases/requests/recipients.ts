import { LIVE_ABSENCES } from '../../domain/absences/absence-statuses.js';
import { userIn } from '../../domain/people/actor.js';
import type { Program } from '../../domain/program/program.schema.js';
import type { Recipient } from '../../domain/requests/notice.js';
import type { Transaction } from '../../ports/database.js';
import { joined, type Sql, sql } from '../sql.js';
import { isWalledOff } from '../walls/hidden-from.js';

/** What is needed to address a notice. */
export interface Addressees {
  /** Of the request it is about: from whom it is hidden, they get nothing. */
  id?: string | undefined;
  requesterEmail: string;
  supervisorEmail: string | null;
  assigneeId: string | null;
  /** Of the draft that was submitted last, as actor reference. */
  draftAuthor?: string | null | undefined;
  /** Who has the follow-up task it is about. */
  taskOf?: string | undefined;
  /** For what goes to whoever stands in for somebody who is away then; absent: to them all the same. */
  at?: Date | undefined;
}

/** For addressees that no request names: those of a role. */
export const NOBODY: Addressees = { requesterEmail: '', supervisorEmail: null, assigneeId: null };

/** Somebody a notice goes to. */
export interface Addressed {
  email: string;
  as: Recipient;
  /** What can wait, they read in their daily digest. */
  digest: boolean;
  /** They get it as they stand in. */
  covers?: { person: string; standIn: string };
}

/** Addresses of kinds of recipients. */
export async function addressesOf(
  tx: Needs,
  program: Program,
  request: Addressees,
  recipients: readonly Recipient[],
): Promise<string[]> {
  const found = await addressedBy(tx, program, request, recipients);
  return [...new Set(found.map(({ email }) => email))];
}

/**
 * The same, one for each kind they are. A role nobody holds falls to directors, then admins, then the program's own
 * address, so that no escalation is lost.
 */
export async function addressedBy(
  tx: Needs,
  program: Program,
  request: Addressees,
  recipients: readonly Recipient[],
): Promise<Addressed[]> {
  const found: Addressed[] = [];
  for (const as of recipients) {
    found.push(...(await ADDRESSES[as](tx, program, request)).map((one) => ({ ...one, as })));
  }
  return found;
}

/** Whose it is, each once; undefined: their readers' own. */
export function coversOf(found: readonly Addressed[]): NonNullable<Addressed['covers']>[] | undefined {
  const covers = found.flatMap((one) => one.covers ?? []);
  const each = new Map(covers.map((cover) => [`${cover.person} ${cover.standIn}`, cover]));
  return each.size > 0 ? [...each.values()] : undefined;
}

type Found = Omit<Addressed, 'as'>;
type Needs = Pick<Transaction, '$queryRaw'>;
type Find = (tx: Needs, program: Program, request: Addressees) => Found[] | Promise<Found[]>;

/** A row per recipient. */
const ADDRESSES: Record<Recipient, Find> = {
  requester: (_tx, _program, { requesterEmail }) => [outside(requesterEmail)],
  supervisor: (_tx, _program, { supervisorEmail }) => (supervisorEmail ? [outside(supervisorEmail)] : []),
  assignee: (tx, program, request) => person(tx, program, request, request.assigneeId),
  async handler(tx, program, request) {
    const assignee = await ADDRESSES.assignee(tx, program, request);
    return assignee.length > 0 ? assignee : ADDRESSES.coordinators(tx, program, request);
  },
  'draft-author': (tx, program, request) => person(tx, program, request, userIn(request.draftAuthor ?? null)),
  async 'task-assignee'(tx, program, request) {
    const has = await person(tx, program, request, request.taskOf ?? null);
    return has.length > 0 ? has : ADDRESSES.coordinators(tx, program, request);
  },
  coordinators: (tx, program, about) => firstHeld(tx, program, ['coordinator', 'director', 'admin'], about),
  directors: (tx, program, about) => firstHeld(tx, program, ['director', 'admin'], about),
};

const outside = (email: string): Found => ({ email, digest: false });

/** Of whoever is away their stand-in; of one for whom nobody stands in, coordinators. */
async function person(tx: Needs, program: Program, request: Addressees, id: string | null): Promise<Found[]> {
  const [one] = id === null ? [] : await staffOf(tx, sql`s.id = ${id}::uuid`, request);
  if (one && !one.found) return ADDRESSES.coordinators(tx, program, request);
  return one?.found ? [one.found] : [];
}

/** Of those who are there, or whoever stands in for them; where all are away, they themselves. */
async function firstHeld(
  tx: Needs,
  program: Program,
  roles: string[],
  about: Pick<Addressees, 'id' | 'at'>,
): Promise<Found[]> {
  const away: Found[] = [];
  for (const role of roles) {
    const staff = await staffOf(tx, sql`s.role = ${role}`, about);
    const there = staff.flatMap(({ found }) => found ?? []);
    if (there.length > 0) return there;
    away.push(...staff.map(({ self }) => self));
  }
  return away.length > 0 ? away : [outside(program.organization.email)];
}

interface StaffFound {
  self: Found;
  /** Who gets it; null: they are away, and nobody stands in. */
  found: Found | null;
}

async function staffOf(
  tx: Needs,
  where: Sql,
  { id = null, at }: { id?: string | null | undefined; at?: Date | undefined },
): Promise<StaffFound[]> {
  const rows = await tx.$queryRaw<
    {
      email: string;
      name: string;
      mailAtOnce: boolean;
      away: boolean;
      standInEmail: string | null;
      standInName: string | null;
      standInAtOnce: boolean | null;
    }[]
  >`
    SELECT s.email, s.name, s.mail_at_once AS "mailAtOnce", a.id IS NOT NULL AS away,
      i.email AS "standInEmail", i.name AS "standInName", i.mail_at_once AS "standInAtOnce"
    FROM staff s
    LEFT JOIN absence a ON a.person_id = s.id AND a.status IN (${joined([...LIVE_ABSENCES])})
      AND a.begins_at <= ${at ?? null}::timestamptz AND a.returns_at > ${at ?? null}::timestamptz
    LEFT JOIN staff i ON i.id = a.stand_in_id AND i.active AND NOT ${isWalledOff(id, sql`i.id`)}
    WHERE s.active AND ${where} AND NOT ${isWalledOff(id, sql`s.id`)} ORDER BY s.created_at`;
  return rows.map((row) => {
    const self = { email: row.email, digest: !row.mailAtOnce };
    if (!row.away) return { self, found: self };
    const { standInEmail: email, standInName: standIn } = row;
    if (email === null || standIn === null) return { self, found: null };
    return { self, found: { email, digest: !row.standInAtOnce, covers: { person: row.name, standIn } } };
  });
}

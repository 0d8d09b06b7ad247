import {
  DIGEST_SECTIONS,
  type DigestSection,
  type DigestSectionName,
  type NewsSection,
} from '../../domain/mail/digest.js';
import { isMailKind, MAIL, type MailSheet } from '../../domain/mail/kinds.js';
import type { StaffRole } from '../../domain/people/actor.js';
import { roleMayDecide } from '../../domain/requests/offered.js';
import { OPEN_STATUSES, WAITING_STATUSES } from '../../domain/requests/statuses.js';
import { createZone } from '../../domain/time/zone.js';
import type { Database, Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { standsInFor } from '../absences/away-now.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { UNSETTLED } from '../completions/doubtful-completions.js';
import { scansLate } from '../documents/scans-late.js';
import { draftsOf } from '../requests/drafts-at-work.js';
import { mentionsOf } from '../requests/mentions.js';
import { dueRows, overdueRows } from '../requests/overdue-rows.js';
import { addressesOf, NOBODY } from '../requests/recipients.js';
import { joined, type Sql, sql } from '../sql.js';
import { wallsOf } from '../walls/hidden-from.js';

export interface DigestReader {
  id: string;
  email: string;
  role: string;
  /** Requests are hidden from them. */
  walled?: boolean;
}

/** A reminder that goes with the digest. */
export interface Reminder {
  kind: string;
  aboutId: string | null;
}

/** Named one by one; of more there is a count. */
const NAMED = 10;

type Needs = Pick<RecordServices, 'programs' | 'appUrl'>;

/** What waits for a member of staff, as it stands now, and the news among the reminders. Empty sections are left out. */
export async function digestSections(
  db: Database | Transaction,
  services: Needs,
  { reader, reminders, at }: { reader: DigestReader; reminders: readonly Reminder[]; at: Date },
): Promise<DigestSection[]> {
  const roles = await rolesOf(db, services, reader);
  const hidden = reader.walled ? await wallsOf(db, reader.id) : [];
  // Whoever stands in reads nothing that is hidden from themselves, whosever it is.
  const seen = hidden.length > 0 ? sql`r.id <> ALL(${hidden}::uuid[])` : sql`TRUE`;
  const rows = { ...(await standing(db, services, reader, { at, ...roles })), ...news(reminders) };
  const sections = await sectionsOf(db, services, { rows, reader, roles, at, seen });
  for (const person of await standsInFor(db, reader.id, at)) {
    sections.push(...(await ofSomebodyAway(db, services, { person, roles, at, seen })));
  }
  return sections;
}

interface Roles {
  coordinates: boolean;
  directs: boolean;
}

async function rolesOf(db: Database | Transaction, services: Needs, { email }: DigestReader): Promise<Roles> {
  const { program } = services.programs.current();
  const isOne = async (of: 'coordinators' | 'directors') =>
    (await addressesOf(db, program, NOBODY, [of])).includes(email);
  return { coordinates: await isOne('coordinators'), directs: await isOne('directors') };
}

/**
 * What waits for whoever its reader stands in for: what is that person's, and of their role what the reader doesn't read as
 * their own. Drafts to review are each reviewer's own, and a note that names somebody waits for them.
 */
async function ofSomebodyAway(
  db: Database | Transaction,
  services: Needs,
  { person, roles, at, seen }: { person: DigestReader & { name: string }; roles: Roles; at: Date; seen: Sql },
): Promise<DigestSection[]> {
  const theirs = await rolesOf(db, services, person);
  const ofTheirRole = {
    coordinates: theirs.coordinates && !roles.coordinates,
    directs: theirs.directs && !roles.directs,
  };
  const { review: _, mentions: __, ...rows } = await standing(db, services, person, { at, ...ofTheirRole });
  const theirWork = await sectionsOf(db, services, {
    ...{ rows, reader: person, roles: ofTheirRole, at, seen },
  });
  return theirWork.map((section) => ({ ...section, of: person.name }));
}

type Rows = Partial<Record<DigestSectionName, Sql>>;

/** In their order: those about requests by their rows, and those about what is no request. */
async function sectionsOf(
  db: Database | Transaction,
  services: Needs,
  { rows, reader, roles, at, seen }: { rows: Rows; reader: DigestReader; roles: Roles; at: Date; seen: Sql },
): Promise<DigestSection[]> {
  const sections: DigestSection[] = [];
  for (const name of DIGEST_SECTIONS) {
    const where = rows[name];
    const section =
      name === 'precedents'
        ? await precedents(db, services, reader, at)
        : name === 'completions'
          ? await completions(db, services, roles)
          : where && (await look(db, services, name, sql`(${where}) AND ${seen}`));
    if (section) sections.push(section);
  }
  return sections;
}

/** Their own that may be out of date by the program's day. They are linked from above the queue. */
async function precedents(
  db: Database | Transaction,
  { programs, appUrl }: Needs,
  { id }: DigestReader,
  at: Date,
): Promise<DigestSection | null> {
  const today = createZone(programs.current().program.zone).dateOf(at.toISOString());
  const count = await db.precedent.count({
    where: { status: 'published', ownerId: id, reviewBy: { lt: new Date(`${today}T00:00:00Z`) } },
  });
  const link = `${appUrl}/staff/precedents?status=published`;
  return count > 0 ? { name: 'precedents', count, requests: [], link } : null;
}

/** For coordinators: until somebody decides, they open nothing for whoever passed. */
async function completions(
  db: Database | Transaction,
  { appUrl }: Needs,
  { coordinates }: Pick<Roles, 'coordinates'>,
): Promise<DigestSection | null> {
  if (!coordinates) return null;
  const count = await db.completion.count({ where: UNSETTLED });
  const link = `${appUrl}/staff/completions#doubtful`;
  return count > 0 ? { name: 'completions', count, requests: [], link } : null;
}

async function standing(
  db: Database | Transaction,
  services: Needs,
  { id, role }: DigestReader,
  { at, coordinates, directs }: Roles & { at: Date },
): Promise<Rows> {
  const { program } = services.programs.current();
  const calendar = await loadCalendar(db, services);
  const soon = Math.max(0, ...program.clock.dueReminderBusinessDaysBefore);
  const end = new Date(calendar.closes(calendar.addBusinessDays(calendar.dateOf(at.toISOString()), soon)));
  const mine = sql`r.assignee_id = ${id}::uuid`;
  const nobodys = sql`r.assignee_id IS NULL`;
  const open = sql`r.status IN (${joined(OPEN_STATUSES)})`;
  const followUp = sql`r.status = 'responded' AND r.follow_up_asked_at IS NOT NULL AND r.follow_up_answered_at IS NULL`;
  const inReview = sql`(r.process_state->'followUp'->>'inReview')::boolean`;
  const mayReview = roleMayDecide(role as StaffRole, 'send-response');
  return {
    overdue: sql`${overdueRows(at)} AND ${directs ? sql`true` : mine}`,
    due: sql`${mine} AND ${dueRows(at, new Date(end.getTime() + 1))}`,
    ...(coordinates && { unassigned: sql`${open} AND ${nobodys} AND r.clock_state = 'running'` }),
    ...(mayReview && {
      // A draft of an answer that its supervisor has yet to confirm can't be sent.
      review: sql`((r.status = 'in-review' AND r.supervisor_status IS DISTINCT FROM 'unconfirmed') OR (${followUp} AND ${inReview})) AND (r.process_state->>'draftAuthor') IS DISTINCT FROM ${`user:${id}`}`,
    }),
    followUps: sql`${followUp} AND ${inReview} IS NOT TRUE AND ${coordinates ? sql`(${mine} OR ${nobodys})` : mine}`,
    messages: sql`r.message_waiting_since IS NOT NULL AND ${coordinates ? sql`(${mine} OR ${nobodys})` : mine}`,
    mentions: mentionsOf(id),
    reopenings: sql`r.reopening_asked_at IS NOT NULL AND ${directs ? sql`true` : mine}`,
    ...(coordinates && { scans: sql`r.id IN (${scansLate(at)})` }),
    waiting: sql`${mine} AND r.status IN (${joined(WAITING_STATUSES)})`,
  };
}

function news(reminders: readonly Reminder[]): Partial<Record<NewsSection, Sql>> {
  const ids: Partial<Record<NewsSection, string[]>> = {};
  for (const { kind, aboutId } of reminders) {
    const section = isMailKind(kind) ? (MAIL[kind] as MailSheet).waits?.news : undefined;
    if (section && aboutId) ids[section] = [...(ids[section] ?? []), aboutId];
  }
  return Object.fromEntries(
    Object.entries(ids).map(([section, about]) => [section, sql`r.id = ANY(${about}::uuid[])`]),
  );
}

async function look(
  db: Database | Transaction,
  { appUrl }: Needs,
  name: DigestSectionName,
  where: Sql,
): Promise<DigestSection | null> {
  const rows = await db.$queryRaw<{ id: string; reference: string; count: number }[]>`
    SELECT r.id::text, r.reference, (count(*) OVER ())::int AS count FROM ta_request r WHERE ${where}
    ORDER BY r.target_at NULLS LAST, r.received_at, r.id LIMIT ${NAMED}`;
  const [first] = rows;
  if (!first) return null;
  const changed =
    name === 'returned'
      ? await draftsOf(
          db,
          rows.map(({ id }) => id),
        )
      : null;
  const requests = rows.map(({ id, reference }) => ({
    reference,
    link: `${appUrl}/staff/requests/${id}`,
    ...(changed?.get(id)?.changed ? { changed: true } : {}),
  }));
  return { name, count: first.count, requests };
}

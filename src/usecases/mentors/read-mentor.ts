import type { MentorStatus } from '../../domain/mentors/mentor-statuses.js';
import { type Actor, isStaff } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import { createZone } from '../../domain/time/zone.js';
import type { Database, Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { type Sql, sql } from '../sql.js';
import { askedOf, loadOf, type MentorRow } from './mentor-row.js';
import type { MentorView } from './mentor-view.schema.js';

/** As a statement reads it: the place, the person, and what they have. */
export interface ReadMentor extends MentorRow {
  name: string;
  role: string;
  organization: string | null;
  organizationId: string | null;
  load: number;
  asked: number;
}

export const mentorColumns: Sql = sql`m.id::text, m.person_id::text AS "personId", m.email, m.topics, m.states, m.capacity,
  m.paused_until AS "pausedUntil", m.status, m.link_number AS "linkNumber", m.token_hash AS "tokenHash",
  m.invited_at AS "invitedAt", m.reminded_at AS "remindedAt", m.invited_by AS "invitedBy", m.invited_until AS "invitedUntil",
  m.agreed_at AS "agreedAt", m.ended_at AS "endedAt", m.version, p.name, p.role, o.name AS organization,
  p.organization_id::text AS "organizationId", ${loadOf} AS load, ${askedOf} AS asked`;

export const mentorTables: Sql = sql`mentor m JOIN person p ON p.id = m.person_id LEFT JOIN organization o ON o.id = p.organization_id`;

/** A mentor, for staff and for whoever it is. Refuses `not-found`. */
export async function readMentor(services: Services, actor: Actor, id: string): Promise<Result<MentorView>> {
  const found = await visibleMentor(services, actor, id);
  return found.ok ? ok(mentorView(services, found.value)) : found;
}

export async function visibleMentor(
  services: Pick<Services, 'db'>,
  actor: Actor,
  id: string,
): Promise<Result<ReadMentor>> {
  const row = await mentorOf(services.db, id);
  const keeps = may(actor, 'mentors.keep');
  const own = row && !isStaff(actor) && 'id' in actor && actor.id === row.personId;
  return row && (keeps || own) ? ok(row) : refuse('no-such-mentor');
}

export async function mentorOf(db: Database | Transaction, id: string): Promise<ReadMentor | null> {
  const [row] = await db.$queryRaw<ReadMentor[]>`
    SELECT ${mentorColumns} FROM ${mentorTables} WHERE m.id = ${id}::uuid`;
  return row ?? null;
}

/** The place of somebody signed in; null: they have none. */
export async function ownMentor(services: Services, actor: Actor): Promise<MentorView | null> {
  if (actor.kind !== 'person') return null;
  const [row] = await services.db.$queryRaw<ReadMentor[]>`
    SELECT ${mentorColumns} FROM ${mentorTables} WHERE m.person_id = ${actor.id}::uuid`;
  return row ? mentorView(services, row) : null;
}

export function mentorView(services: Pick<Services, 'programs' | 'clock'>, row: ReadMentor): MentorView {
  const self = `/api/v1/mentors/${row.id}`;
  const pausedUntil = row.pausedUntil?.toISOString().slice(0, 10) ?? null;
  return {
    id: row.id,
    personId: row.personId,
    name: row.name,
    email: row.email,
    role: row.role,
    organization: row.organization,
    topics: row.topics,
    states: row.states,
    capacity: row.capacity,
    load: row.load,
    asked: row.asked,
    pausedUntil,
    paused: pausedUntil !== null && pausedUntil >= todayOf(services),
    status: row.status as MentorStatus,
    invitedAt: row.invitedAt.toISOString(),
    invitedUntil: row.invitedUntil.toISOString(),
    agreedAt: row.agreedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    version: row.version,
    links: { self, decisions: `${self}/decisions` },
  };
}

export function todayOf({ programs, clock }: Pick<Services, 'programs' | 'clock'>, at = clock.now()): string {
  return createZone(programs.current().program.zone).dateOf(at.toISOString());
}

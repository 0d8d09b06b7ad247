import { LIVE_ABSENCES } from '../../domain/absences/absence-statuses.js';
import { type Actor, actorRef, roleOf } from '../../domain/people/actor.js';
import { DIRECTORS, WRITERS } from '../../domain/people/permissions.js';
import { OPEN_STATUSES } from '../../domain/requests/statuses.js';
import {
  CALL_WORK_DAYS,
  type ReadOfOther,
  type ReadOfRequest,
  type WhyTheirs,
} from '../../domain/security/readings.js';
import type { RecordServices } from '../../ports/services.js';
import { joined, named, type Sql, sql } from '../sql.js';

type Reading = Pick<RecordServices, 'db' | 'clock' | 'whence'>;

/** Whose words were read: the table, and what makes reading them the reader's own work. */
const OWNERS = {
  request: { table: 'ta_request', whys: whysOfRequest },
  question: { table: 'call_question', whys: whysOfQuestion },
  conduct: { table: 'conduct_review', whys: whysOfReview },
  introduction: { table: 'introduction', whys: whysOfIntroduction },
} as const;

/** Writes who reads the words of requests, whence, and why it is theirs to read: in one statement, before they read. */
export const noteReadings = (
  services: Reading,
  actor: Actor,
  what: ReadOfRequest,
  ids: readonly string[],
): Promise<void> => note(services, actor, { owner: 'request', what, ids });

/** The same of what is no request. */
export const noteOtherReadings = (
  services: Reading,
  actor: Actor,
  reading: { owner: Exclude<keyof typeof OWNERS, 'request'>; what: ReadOfOther; ids: readonly string[] },
): Promise<void> => note(services, actor, reading);

async function note(
  { db, clock, whence }: Reading,
  actor: Actor,
  { owner, what, ids }: { owner: keyof typeof OWNERS; what: string; ids: readonly string[] },
): Promise<void> {
  if (ids.length === 0) return;
  const at = clock.now();
  const { table, whys } = OWNERS[owner];
  const cases = whys(actor, at).map(([why, holds]) => sql`WHEN ${holds} THEN ${why}::text`);
  const why = cases.length > 0 ? sql`CASE ${joined(cases, ' ')} END` : sql`NULL::text`;
  await db.$executeRaw`
    INSERT INTO case_access (request_id, actor, what, at, whence, why, not_theirs)
    SELECT r.id, ${actorRef(actor)}::text, ${what}::text, ${at}::timestamptz, ${whence}::text, theirs.why, theirs.why IS NULL
    FROM ${named(table)} r, LATERAL (SELECT ${why} AS why) theirs
    WHERE r.id IN (${joined(ids.map((id) => sql`${id}::uuid`))})`;
}

type Whys = readonly (readonly [WhyTheirs, Sql])[];

const anyOf = (codes: readonly string[]): Sql => joined(codes.map((code) => sql`${code}`));

function whysOfRequest(actor: Actor, at: Date): Whys {
  const ref = actorRef(actor);
  if (actor.kind === 'person') {
    return [
      ['own', sql`r.requester_id = ${actor.id}::uuid`],
      ['supervisor', sql`r.supervisor_id = ${actor.id}::uuid`],
    ];
  }
  const author = ['author', sql`r.draft_author = ${ref}`] as const;
  if (actor.kind !== 'user') return [author];
  const open = sql`r.status IN (${anyOf(OPEN_STATUSES)})`;
  const me = sql`${actor.id}::uuid`;
  return [
    ['assignee', sql`r.assignee_id = ${me}`],
    [
      'stand-in',
      sql`EXISTS (SELECT FROM absence a WHERE a.stand_in_id = ${me} AND a.person_id = r.assignee_id
        AND a.status IN (${anyOf(LIVE_ABSENCES)}) AND a.begins_at <= ${at}::timestamptz AND a.returns_at > ${at}::timestamptz)`,
    ],
    author,
    [
      'task',
      sql`EXISTS (SELECT FROM request_task t WHERE t.request_id = r.id AND t.assignee_id = ${me} AND t.status = 'open')`,
    ],
    ['mentioned', sql`EXISTS (SELECT FROM mention m WHERE m.request_id = r.id AND m.staff_id = ${me})`],
    ...(WRITERS.includes(actor.role) ? [['review', sql`r.status = 'in-review'`] as const] : []),
    ['to-assign', sql`r.assignee_id IS NULL AND ${open}`],
    ...(DIRECTORS.includes(actor.role)
      ? [['escalated', sql`r.escalation_level > 0 AND ${open}`] as const]
      : []),
  ];
}

function whysOfQuestion(actor: Actor, at: Date): Whys {
  if (actor.kind === 'person') return [['own', sql`r.person_id = ${actor.id}::uuid`]];
  if (roleOf(actor) === null) return [];
  const since = new Date(at.getTime() - CALL_WORK_DAYS * 86_400_000);
  return [
    ['call', sql`EXISTS (SELECT FROM call c WHERE c.id = r.call_id AND c.starts_at > ${since}::timestamptz)`],
  ];
}

function whysOfReview(actor: Actor): Whys {
  if (actor.kind === 'person') return [['own', sql`r.person_id = ${actor.id}::uuid`]];
  return [['conduct', sql`r.ended_at IS NULL`]];
}

function whysOfIntroduction(actor: Actor): Whys {
  return [['introduction', sql`r.ended_at IS NULL OR r.proposed_by = ${actorRef(actor)}`]];
}

import type { Mentor } from '../../adapters/database/generated/client.js';
import { LOAD_STATUSES } from '../../domain/mentors/introduction-statuses.js';
import type { Transaction } from '../../ports/database.js';
import { isRefusedNow } from '../conduct/active-refusal.js';
import { lockRows } from '../lock.js';
import { joined, type Sql, sql } from '../sql.js';

export type MentorRow = Mentor;

/*
 * Locks in one order, for whoever takes several: people (`hold-people.ts`, `find-or-create-person.ts`), then mentors by their
 * ids, then introductions by theirs, then the calendar. What is recorded of an introduction takes its mentor first where
 * the mentor's room counts; whoever proposes holds the requester before the mentor, for the new row names them.
 */

/** Nobody else changes their place, or counts them in, meanwhile. */
export async function lockMentor(tx: Transaction, id: string): Promise<MentorRow | null> {
  const [found] = await lockRows(tx)`SELECT id FROM mentor WHERE id = ${id}::uuid FOR UPDATE`;
  return found ? tx.mentor.findUnique({ where: { id } }) : null;
}

/** The places in the pool of people who are held. */
export async function lockMentorsOf(tx: Transaction, personIds: readonly string[]): Promise<MentorRow[]> {
  const rows = await lockRows(tx)`
    SELECT id FROM mentor WHERE person_id IN (${joined(personIds.map((id) => sql`${id}::uuid`))})
    ORDER BY id FOR UPDATE`;
  return rows.length === 0 ? [] : tx.mentor.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
}

/** How many they have now: from their own yes to the close. The table is `m`. */
export const loadOf: Sql = sql`(SELECT count(*)::int FROM introduction i
  WHERE i.mentor_id = m.id AND i.status IN (${joined([...LOAD_STATUSES])}))`;

/** How many they are being asked about. */
export const askedOf: Sql = sql`(SELECT count(*)::int FROM introduction i WHERE i.mentor_id = m.id AND i.status = 'mentor-asked')`;

/** Somebody who may be asked: in the pool, not paused, not refused assistance themselves, with room for one more. */
export const isFree = ({ at, today }: { at: Date; today: string }): Sql =>
  sql`m.status = 'active' AND (m.paused_until IS NULL OR m.paused_until < ${today}::date)
    AND NOT ${isRefusedNow(sql`m.person_id`, at)} AND ${loadOf} + ${askedOf} < m.capacity`;

export async function isMentorFree(
  tx: Pick<Transaction, '$queryRaw'>,
  mentorId: string,
  on: { at: Date; today: string },
): Promise<boolean> {
  const [found] = await tx.$queryRaw<[{ free: boolean }?]>`
    SELECT (${isFree(on)}) AS free FROM mentor m WHERE m.id = ${mentorId}::uuid`;
  return found?.free === true;
}

/** Whether one more yes of theirs is within what they agreed to, and they are still in the pool. */
export async function hasRoom(
  tx: Pick<Transaction, '$queryRaw'>,
  mentorId: string,
  introductionId: string,
): Promise<boolean> {
  const [found] = await tx.$queryRaw<[{ room: boolean }?]>`
    SELECT m.status = 'active' AND (SELECT count(*) FROM introduction i WHERE i.mentor_id = m.id AND i.id <> ${introductionId}::uuid
      AND i.status IN (${joined([...LOAD_STATUSES])})) < m.capacity AS room
    FROM mentor m WHERE m.id = ${mentorId}::uuid`;
  return found?.room === true;
}

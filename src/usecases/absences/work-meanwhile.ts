import { type Cover, LIVE_ABSENCES } from '../../domain/absences/absence-statuses.js';
import { goesOver } from '../../domain/absences/goes-over.js';
import type { Actor } from '../../domain/people/actor.js';
import type { RequestEvent } from '../../domain/requests/events.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Database, Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { tellRequest } from '../requests/tell-request.js';
import { joined } from '../sql.js';
import { awayAt } from './away-now.js';

/** Somebody's time away under way, in which another stands in. */
async function coverOf(db: Pick<Database | Transaction, 'absence'>, personId: string, at: Date) {
  const row = await db.absence.findFirst({
    where: { ...awayAt(at), personId, standIn: { active: true } },
    select: { id: true, standInId: true, work: true, returnsAt: true },
  });
  if (!row?.standInId) return null;
  const { id, standInId, work, returnsAt } = row;
  return { id, standInId, work: work as Cover, returnsAt: returnsAt.toISOString() };
}

/**
 * Who gets work that is given to one of the staff, by their address: of one who is away whoever stands in, where the rest of
 * their work went there too, or where that is asked for (`orStandIn`). False: they themselves all the same; as who gives it
 * to themself. Null: no such staff, or they have left. One round trip.
 */
export async function whoGets(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  email: string,
  { orStandIn, due, by }: { orStandIn?: boolean | undefined; due: Instant | null; by: Actor },
): Promise<{ assigneeId: string; insteadOf?: string } | null> {
  const at = clock.now();
  const [staff] = await db.$queryRaw<
    [{ id: string; standInId: string | null; work: Cover | null; returnsAt: Date | null }?]
  >`
    SELECT s.id::text, i.id::text AS "standInId", a.work, a.returns_at AS "returnsAt" FROM staff s
    LEFT JOIN absence a ON a.person_id = s.id AND a.status IN (${joined([...LIVE_ABSENCES])})
      AND a.begins_at <= ${at} AND a.returns_at > ${at}
    LEFT JOIN staff i ON i.id = a.stand_in_id AND i.active
    WHERE s.email = ${email} AND s.active LIMIT 1`;
  if (!staff) return null;
  const { id, standInId, work, returnsAt } = staff;
  const self = { assigneeId: id };
  if (orStandIn === false || (by.kind === 'user' && by.id === id)) return self;
  if (!standInId || !work || !returnsAt) return self;
  const goes = orStandIn || goesOver({ work, returnsAt: returnsAt.toISOString() }, due);
  return goes ? { assigneeId: standInId, insteadOf: id } : self;
}

/** What was given to whoever stands in instead of somebody away comes back to them with the rest. */
export async function keepForReturn(
  { tx, at }: Recording,
  { requestId, event }: { requestId: string; event: Pick<RequestEvent, 'data'> },
): Promise<void> {
  const { insteadOf, assigneeId, task = '' } = event.data;
  if (!insteadOf) return;
  const cover = await coverOf(tx, insteadOf, at);
  if (cover?.standInId !== assigneeId || !cover) return;
  await tx.absenceItem.createMany({
    data: [{ absenceId: cover.id, requestId, task }],
    skipDuplicates: true,
  });
}

/** A request that becomes work again while whoever has it is away (a follow-up question, a reopening) goes where the rest went. */
export async function handOverWhatArose(
  rec: Recording,
  {
    id,
    episode,
    assigneeId,
    due,
  }: { id: string; episode: number; assigneeId: string | null; due: Instant | null },
): Promise<void> {
  const { tx, at } = rec;
  const cover = assigneeId === null ? null : await coverOf(tx, assigneeId, at);
  if (!cover || assigneeId === null || !goesOver(cover, due)) return;
  await tx.absenceItem.createMany({ data: [{ absenceId: cover.id, requestId: id }], skipDuplicates: true });
  tellRequest(
    rec,
    { id, episode },
    {
      ...{ v: 1, kind: 'work-moved', absenceId: cover.id, covers: 'away', task: null },
      ...{ from: assigneeId, to: cover.standInId, at: at.toISOString() },
    },
  );
}

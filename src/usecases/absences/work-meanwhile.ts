import { type Cover, LIVE_ABSENCES } from '../../domain/absences/absence-statuses.js';
import { goesOver, type WorkDue } from '../../domain/absences/goes-over.js';
import { type Given, type Giving, type Taker, takerOf } from '../../domain/absences/taker-of.js';
import type { RequestEvent } from '../../domain/requests/events.js';
import { ok, type Result, refuse, wrongAt } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { lockRows } from '../lock.js';
import type { Recording } from '../recording.js';
import { tellRequest } from '../requests/tell-request.js';
import { joined, type Sql, sql } from '../sql.js';
import { isWalledOff } from '../walls/hidden-from.js';
import { dayOf } from './absence-row.js';

/** As `awayAt` has it: the instants decide. The table is `a`. */
const isAwayAt = (at: Date): Sql =>
  sql`a.status IN (${joined([...LIVE_ABSENCES])}) AND a.begins_at <= ${at} AND a.returns_at > ${at}`;

/**
 * Whom an address names, whether they are away, and whether a conflict wall hides the request from them; from whoever is
 * behind one, nobody takes it over. Null: no such staff, or they have left. One round trip.
 */
export async function givenTo(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  email: string,
  requestId: string | null = null,
): Promise<(Given & { walled: boolean }) | null> {
  const [staff] = await db.$queryRaw<[FoundStaff?]>`
    SELECT s.id::text, s.name, ${isWalledOff(requestId, sql`s.id`)} AS walled, i.id::text AS "standInId", i.name AS "standInName", a.work,
      a.last_day AS "lastDay", a.returns_at AS "returnsAt"
    FROM staff s
    LEFT JOIN absence a ON a.person_id = s.id AND ${isAwayAt(clock.now())}
    LEFT JOIN staff i ON i.id = a.stand_in_id AND i.active AND NOT ${isWalledOff(requestId, sql`i.id`)}
    WHERE s.email = ${email} AND s.active LIMIT 1`;
  if (!staff) return null;
  const { id, name, walled, standInId, standInName, work, lastDay, returnsAt } = staff;
  const standIn = standInId === null ? null : { id: standInId, name: standInName };
  const away = work && { until: dayOf(lastDay), returnsAt: returnsAt.toISOString(), work, standIn };
  return { id, name, walled, away };
}

interface FoundStaff {
  id: string;
  name: string;
  walled: boolean;
  standInId: string | null;
  standInName: string;
  work: Cover | null;
  lastDay: Date;
  returnsAt: Date;
}

/**
 * Who gets work that is given to one of the staff, by their address (`taker-of.ts`). Refuses `invalid`: no such staff, they
 * have left, or the request is hidden from them.
 */
export async function whoGets(
  services: Pick<Services, 'db' | 'clock'>,
  { email, requestId }: { email: string; requestId: string },
  giving: Giving,
): Promise<Result<Omit<Taker, 'name'>>> {
  const given = await givenTo(services, email, requestId);
  if (!given) return refuse('nobody-on-staff', [wrongAt('/to', 'active-staff')]);
  if (given.walled) return refuse('hidden-from-them', [wrongAt('/to', 'not-hidden-from')]);
  const { name: _unsaid, ...taker } = takerOf(given, giving);
  return ok(taker);
}

interface Held {
  id: string;
  standInId: string;
  status: string;
  work: Cover;
  lastDay: Date;
  returnsAt: Date;
  takeBack: boolean;
}

/**
 * A time away in which another stands in, held until the transaction ends: it ends before, which is read here, or after what
 * is recorded now, and finds it. Whoever records of a request holds that row by now; nobody who holds an absence waits
 * for a request (`absence-row.ts`).
 */
async function held(tx: Transaction, personId: string, where: Sql): Promise<Held | null> {
  const [row] = await lockRows<Held>(tx)`
    SELECT a.id::text, a.stand_in_id::text AS "standInId", a.status, a.work, a.last_day AS "lastDay",
      a.returns_at AS "returnsAt", a.take_back AS "takeBack"
    FROM absence a WHERE a.person_id = ${personId}::uuid AND ${where}
      AND EXISTS (SELECT 1 FROM staff i WHERE i.id = a.stand_in_id AND i.active)
    ORDER BY a.begins_at DESC LIMIT 1 FOR SHARE OF a`;
  return row ?? null;
}

/**
 * What was given to whoever stands in instead of somebody away comes back to them with the rest; if that was a moment ago, now.
 */
export async function keepForReturn(
  rec: Recording,
  { requestId, episode, event }: { requestId: string; episode: number; event: Pick<RequestEvent, 'data'> },
): Promise<void> {
  const { insteadOf, assigneeId, task = '' } = event.data;
  if (!insteadOf || !assigneeId) return;
  const { tx, at } = rec;
  const back = sql`a.stand_in_id = ${assigneeId}::uuid AND NOT ${isWalledOff(requestId, sql`a.person_id`)}`;
  const cover = await held(tx, insteadOf, sql`${back} AND a.begins_at <= ${at}`);
  if (!cover) return;
  if ((LIVE_ABSENCES as readonly string[]).includes(cover.status)) {
    await tx.absenceItem.createMany({
      data: [{ absenceId: cover.id, requestId, task }],
      skipDuplicates: true,
    });
    return;
  }
  if (cover.status !== 'returned' || !cover.takeBack) return;
  tellRequest(
    rec,
    { id: requestId, episode },
    {
      ...{ v: 1, kind: 'work-moved', absenceId: cover.id, covers: 'back', task: task === '' ? null : task },
      ...{ from: assigneeId, to: insteadOf, at: at.toISOString() },
    },
  );
}

/** A request that becomes work again while whoever has it is away (a follow-up question, a reopening) goes where the rest went. */
export async function handOverWhatArose(
  rec: Recording,
  { id, episode, assigneeId, due }: { id: string; episode: number; assigneeId: string | null; due: WorkDue },
): Promise<void> {
  if (assigneeId === null) return;
  const { tx, at } = rec;
  const open = sql`NOT ${isWalledOff(id, sql`a.stand_in_id`)}`;
  const cover = await held(tx, assigneeId, sql`${isAwayAt(at)} AND ${open}`);
  if (!cover) return;
  const { work, lastDay, returnsAt } = cover;
  const terms = { work, lastDay: dayOf(lastDay), returnsAt: returnsAt.toISOString() };
  if (!goesOver(terms, due)) return;
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

import { randomUUID } from 'node:crypto';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import type { NewWall, WallEnd } from '../../domain/requests/wall.schema.js';
import { ok, type Result, refuse, wrongAt } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import type { Recording } from '../recording.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { addCaseText } from '../requests/case-text.js';
import type { WriteOptions } from '../requests/correspondence/lock-for-letter.js';
import { recordBeside } from '../requests/record-beside.js';
import { lockRequest, type RequestRow } from '../requests/request-row.js';
import { visibleRequest } from '../requests/visible-request.js';
import { recordSecurity } from '../security/record-security.js';
import { staleVersion } from '../stale-version.js';
import type { WallView } from './wall-view.schema.js';

/** More walls than this a request never had, standing and broken. */
const MOST = 100;

/** Who a request is or was hidden from, the latest first; for staff who see it. Refuses `forbidden`, `not-found`. */
export async function wallsOfRequest(
  services: Services,
  actor: Actor,
  requestId: string,
): Promise<Result<{ items: WallView[] }>> {
  const refused = refuseUnless(actor, 'requests.read');
  if (refused) return refused;
  const found = await visibleRequest(services, actor, requestId);
  if (!found.ok) return found;
  const rows = await services.db.conflictWall.findMany({
    where: { requestId },
    orderBy: [{ setAt: 'desc' }, { id: 'desc' }],
    include: { staff: { select: { id: true, name: true, email: true } } },
  });
  return ok({
    items: rows.map(({ id, staff, setAt, brokenAt }) => ({
      id,
      staff,
      setAt: setAt.toISOString(),
      brokenAt: brokenAt?.toISOString() ?? null,
    })),
  });
}

/**
 * Hides a request from one of the staff, oneself too: from then on it is not there for them, on no list, in no count and no
 * mail. Their work on it is handed over first, and some director has to be left who could undo it.
 * Refuses `invalid` (nobody on staff), `not-allowed-now`, `forbidden`, `not-found`, `version-mismatch`.
 */
export function setWall(
  services: Services,
  actor: Actor,
  requestId: string,
  { staff: email, reason }: NewWall,
  options: WriteOptions,
): Promise<Result<{ items: WallView[] }>> {
  return changeWalls(
    services,
    actor,
    { requestId, permission: 'walls.set', ...options },
    async (rec, row) => {
      const { tx } = rec;
      const staff = await tx.staff.findUnique({ where: { email } });
      if (!staff?.active) return refuse('nobody-on-staff', [wrongAt('/staff', 'active-staff')]);
      const standing = { requestId: row.id, staffId: staff.id, brokenAt: null };
      if ((await tx.conflictWall.count({ where: standing })) > 0) return ok(null);
      if ((await tx.conflictWall.count({ where: { requestId: row.id } })) >= MOST)
        return refuse('too-many-walls');
      const tasks = { requestId: row.id, assigneeId: staff.id, status: 'open' };
      if (row.assigneeId === staff.id || (await tx.requestTask.count({ where: tasks })) > 0) {
        return refuse('hand-over-before-wall');
      }
      if (staff.role === 'director' && !(await anotherDirector(tx, row.id, staff.id))) {
        return refuse('no-director-left');
      }
      await tx.conflictWall.create({
        data: { ...standing, id: randomUUID(), setBy: actorRef(actor), setAt: rec.at },
      });
      await tx.staff.update({ where: { id: staff.id }, data: { walled: true } });
      await written(rec, services, { row, actor, staffId: staff.id, kind: 'wall-set', reason, options });
      return ok(null);
    },
  );
}

/** The director lets somebody see a request again. Refuses `not-allowed-now` (it is broken), `forbidden`, `not-found`, `version-mismatch`. */
export function breakWall(
  services: Services,
  actor: Actor,
  { requestId, wallId }: { requestId: string; wallId: string },
  { reason }: WallEnd,
  options: WriteOptions,
): Promise<Result<{ items: WallView[] }>> {
  return changeWalls(
    services,
    actor,
    { requestId, permission: 'walls.break', ...options },
    async (rec, row) => {
      const { tx } = rec;
      const wall = await tx.conflictWall.findFirst({ where: { id: wallId, requestId: row.id } });
      if (!wall) return refuse('no-such-wall');
      if (wall.brokenAt) return refuse('wall-broken-already');
      await tx.conflictWall.update({
        where: { id: wall.id },
        data: { brokenBy: actorRef(actor), brokenAt: rec.at },
      });
      const { staffId } = wall;
      const walled = (await tx.conflictWall.count({ where: { staffId, brokenAt: null } })) > 0;
      await tx.staff.update({ where: { id: staffId }, data: { walled } });
      await written(rec, services, { row, actor, staffId, kind: 'wall-broken', reason, options });
      return ok(null);
    },
  );
}

async function changeWalls(
  services: Services,
  actor: Actor,
  {
    requestId,
    permission,
    ifMatch,
  }: WriteOptions & { requestId: string; permission: 'walls.set' | 'walls.break' },
  change: (rec: Recording, row: RequestRow) => Promise<Result<null>>,
): Promise<Result<{ items: WallView[] }>> {
  const refused = refuseUnless(actor, permission);
  if (refused) return refused;
  const found = await visibleRequest(services, actor, requestId);
  if (!found.ok) return found;
  const changed = await recordingOrRefusal(services, async (rec) => {
    const row = await lockRequest(rec.tx, found.value.id);
    if (!row) return refuse('request-gone');
    return staleVersion(row, ifMatch) ?? change(rec, row);
  });
  if (!changed.ok) return changed;
  const walls = await wallsOfRequest(services, actor, requestId);
  // Whoever has hidden it from themselves sees nothing of it any more; the page is what they asked for.
  return walls.ok ? walls : ok({ items: [] });
}

/** Somebody has to be left who sees it and may break a wall. */
async function anotherDirector(tx: Transaction, requestId: string, staffId: string): Promise<boolean> {
  const walls = { none: { requestId, brokenAt: null } };
  const where = { role: 'director', active: true, id: { not: staffId }, walls };
  return (await tx.staff.count({ where })) > 0;
}

const KEPT_AS = { 'wall-set': 'wall-reason', 'wall-broken': 'wall-end-reason' } as const;

/** In the past of the request, with the reason beside it, and in the record of what matters to security. */
async function written(
  rec: Recording,
  services: Services,
  {
    row,
    actor,
    staffId,
    kind,
    reason,
    options: { commandId },
  }: {
    row: RequestRow;
    actor: Actor;
    staffId: string;
    kind: keyof typeof KEPT_AS;
    reason: string;
    options: WriteOptions;
  },
): Promise<void> {
  const author = actorRef(actor);
  const text = { request: row, field: KEPT_AS[kind], text: reason, author, at: rec.at, commandId };
  const { id: textId } = addCaseText(rec, services, text);
  await recordBeside(rec, row, {
    type: kind,
    at: rec.at,
    actor: author,
    onBehalfOf: null,
    data: { staffId },
    about: { textId },
  });
  await recordSecurity(rec.tx, services, {
    kind,
    actor,
    about: `user:${staffId}`,
    data: { request: row.id },
  });
}

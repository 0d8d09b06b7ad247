import type { Actor } from '../../domain/people/actor.js';
import { userIn } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { ERASURES } from './ensure-erasures.js';

const MOST = 200;

export interface ErasureRow {
  at: Date;
  kind: string;
  /** The reference; the name of a member of staff beside it. */
  actor: string;
  name: string | null;
  counts: Record<string, number>;
}

/** What was erased lately, the latest first: numbers alone. Directors and admins. */
export async function listErasures(
  { db }: Services,
  actor: Actor,
): Promise<Result<{ rows: ErasureRow[]; nextDueAt: Date | null; holds: number }>> {
  if (!may(actor, 'erasures.make')) return refuse('only-directors-erase');
  const [erasures, process, holds] = [
    await db.erasure.findMany({ orderBy: [{ at: 'desc' }, { id: 'desc' }], take: MOST }),
    await db.erasureProcess.findUnique({ where: { id: ERASURES } }),
    await db.legalHold.count({ where: { liftedAt: null } }),
  ];
  const ids = erasures.flatMap(({ actor: by }) => userIn(by) ?? []);
  const staff = await db.staff.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const rows = erasures.map(({ at, kind, actor: by, counts }) => ({
    at,
    kind,
    actor: by,
    name: names.get(userIn(by) ?? '') ?? null,
    counts: counts as Record<string, number>,
  }));
  return ok({ rows, nextDueAt: process?.nextDueAt ?? null, holds });
}

import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';

/** The queue opens with this view from now on; of one that it opens with already: with it no longer. */
export async function putFirst(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  id: string,
): Promise<Result<null>> {
  if (actor.kind !== 'user') return refuse('views-of-staff');
  const found = await db.savedView.findFirst({ where: { id, staffId: actor.id } });
  if (!found) return refuse('no-such-view');
  await db.$transaction((tx) => onlyFirst(tx, actor.id, found.first ? null : id));
  return ok(null);
}

/** Null: none. */
export async function onlyFirst(tx: Transaction, staffId: string, id: string | null): Promise<void> {
  await tx.savedView.updateMany({ where: { staffId, first: true }, data: { first: false } });
  if (id) await tx.savedView.updateMany({ where: { staffId, id }, data: { first: true } });
}

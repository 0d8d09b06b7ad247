import { v7 as uuid } from 'uuid';
import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { lockRows } from '../lock.js';
import { onlyFirst } from './put-first.js';

/** More would not be told apart. */
const MOST_VIEWS = 20;

/** Keeps a view of the queue under a name; one of the same name is replaced. */
export async function saveView(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  actor: Actor,
  { name, view, first }: { name: string; view: string; first: boolean },
): Promise<Result<null>> {
  if (actor.kind !== 'user') return refuse('views-of-staff');
  const staffId = actor.id;
  return db.$transaction(async (tx) => {
    // One after another, so that there are never more than there may be.
    await lockRows(tx)`SELECT id FROM staff WHERE id = ${staffId}::uuid FOR UPDATE`;
    const others = await tx.savedView.count({ where: { staffId, name: { not: name } } });
    if (others >= MOST_VIEWS) return refuseAt('/name', 'too-many-views', { most: MOST_VIEWS });
    const { id } = await tx.savedView.upsert({
      where: { staffId_name: { staffId, name } },
      create: { id: uuid(), staffId, name, view, createdAt: clock.now() },
      update: { view },
      select: { id: true },
    });
    if (first) await onlyFirst(tx, staffId, id);
    return ok(null);
  });
}

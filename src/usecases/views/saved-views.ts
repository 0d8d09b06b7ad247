import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';

export interface SavedView {
  id: string;
  name: string;
  /** What the queue's address says of it, without words searched for. */
  view: string;
  /** The queue opens with it. */
  first: boolean;
}

/** The views of the queue that one of the staff keeps, by name; the one it opens with first. Nobody else's. */
export async function savedViews({ db }: Pick<Services, 'db'>, actor: Actor): Promise<Result<SavedView[]>> {
  if (actor.kind !== 'user') return refuse('views-of-staff');
  const rows = await db.savedView.findMany({
    where: { staffId: actor.id },
    orderBy: [{ first: 'desc' }, { name: 'asc' }],
    select: { id: true, name: true, view: true, first: true },
  });
  return ok(rows);
}

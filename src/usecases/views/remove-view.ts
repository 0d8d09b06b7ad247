import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';

/** Keeps one of their views no longer. Of another's there is none. */
export async function removeView(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  id: string,
): Promise<Result<null>> {
  if (actor.kind !== 'user') return refuse('views-of-staff');
  const { count } = await db.savedView.deleteMany({ where: { id, staffId: actor.id } });
  return count === 0 ? refuse('no-such-view') : ok(null);
}

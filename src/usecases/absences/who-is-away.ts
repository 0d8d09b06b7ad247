import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { type Away, awayNow, standsInFor } from './away-now.js';

/** Whether a colleague is away now. */
export async function awayOf(
  { db, clock }: Services,
  actor: Actor,
  staffId: string | null,
): Promise<Result<Away | null>> {
  const refused = refuseUnless(actor, 'absences.read');
  if (refused) return refused;
  if (staffId === null) return ok(null);
  return ok((await awayNow(db, clock.now(), [staffId])).get(staffId) ?? null);
}

/** Whether whoever asks is away, and for whom they stand in now. */
export async function ownCover(
  { db, clock }: Services,
  actor: Actor,
): Promise<Result<{ away: Away | null; standsInFor: { name: string; until: string }[] }>> {
  const refused = refuseUnless(actor, 'absences.read');
  if (refused) return refused;
  if (actor.kind !== 'user') return ok({ away: null, standsInFor: [] });
  const at = clock.now();
  const away = (await awayNow(db, at, [actor.id])).get(actor.id) ?? null;
  const people = await standsInFor(db, actor.id, at);
  return ok({ away, standsInFor: people.map(({ name, until }) => ({ name, until })) });
}

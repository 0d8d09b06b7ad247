import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';

/** By status and series. */
export async function countRegistrations(
  services: Services,
  actor: Actor,
): Promise<Result<{ status: string; seriesId: string; n: number }[]>> {
  const refused = refuseUnless(actor, 'calls.registrations');
  if (refused) return refused;
  const rows = await services.db.callRegistration.groupBy({ by: ['status', 'seriesId'], _count: true });
  return ok(rows.map(({ status, seriesId, _count }) => ({ status, seriesId, n: _count })));
}

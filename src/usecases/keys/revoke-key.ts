import { type Actor, actorRef } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';

/** From now on (wall time, like everything about keys) it opens nothing. Done again, nothing happens. */
export async function revokeKey(services: Services, actor: Actor, id: string): Promise<Result<null>> {
  const refused = refuseUnless(actor, 'admin.keys');
  if (refused) return refused;
  await services.db.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
  services.log.info({ key: id, by: actorRef(actor) }, 'API key revoked');
  return ok(null);
}

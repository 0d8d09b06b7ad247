import { type Actor, actorRef } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { recordSecurity } from '../security/record-security.js';

/** From now on (wall time, like everything about keys) it opens nothing. Done again, nothing happens. */
export async function revokeKey(services: Services, actor: Actor, id: string): Promise<Result<null>> {
  const refused = refuseUnless(actor, 'admin.keys');
  if (refused) return refused;
  await services.db.$transaction(async (tx) => {
    const { count } = await tx.apiKey.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count > 0) await recordSecurity(tx, services, { kind: 'key-revoked', actor, about: `key:${id}` });
  });
  services.log.info({ key: id, by: actorRef(actor) }, 'API key revoked');
  return ok(null);
}

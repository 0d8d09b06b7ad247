import { type Actor, actorRef } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices, Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { recordSecurity } from '../security/record-security.js';

/** From now on (wall time, like everything about keys) it opens nothing. Done again, nothing happens. Refuses `forbidden`, `not-found`. */
export async function revokeKey(services: Services, actor: Actor, id: string): Promise<Result<null>> {
  const refused = refuseUnless(actor, 'admin.keys');
  if (refused) return refused;
  const known = await services.db.$transaction(async (tx) => {
    await revokeAll(tx, services, actor, [id]);
    return (await tx.apiKey.count({ where: { id } })) > 0;
  });
  if (!known) return refuse('no-such-key');
  services.log.info({ key: id, by: actorRef(actor) }, 'API key revoked');
  return ok(null);
}

/** Ends these keys, in the transaction of what ends them; how many were not ended before. */
export async function revokeAll(
  tx: Transaction,
  services: Pick<RecordServices, 'clock' | 'whence'>,
  actor: Actor,
  ids: readonly string[],
): Promise<number> {
  const open = { id: { in: [...ids] }, revokedAt: null };
  const rows = await tx.apiKey.updateManyAndReturn({
    where: open,
    data: { revokedAt: new Date() },
    select: { id: true },
  });
  const events = rows.map(({ id }) => ({ kind: 'key-revoked', actor, about: `key:${id}` }) as const);
  await recordSecurity(tx, services, ...events);
  return rows.length;
}

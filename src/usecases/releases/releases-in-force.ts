import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';

/** How many releases of a request let something out now: a number beside it, without a reading. */
export async function releasesInForce(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  actor: Actor,
  requestId: string,
): Promise<Result<number>> {
  const refused = refuseUnless(actor, 'releases.read');
  if (refused) return refused;
  return ok(
    await db.release.count({
      where: { requestId, status: 'in-force', expiresAt: { gt: clock.now() } },
    }),
  );
}

import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';

/** Registrations that wait for somebody on staff. */
export async function countPending(services: Services, actor: Actor): Promise<Result<number>> {
  const refused = refuseUnless(actor, 'calls.registrations');
  return refused ?? ok(await services.db.callRegistration.count({ where: { status: 'pending' } }));
}

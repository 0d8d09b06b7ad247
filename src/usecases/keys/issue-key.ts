import { type Actor, actorRef, type StaffRole } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { createKey, type KeyScope } from './create-key.js';

/** An admin makes a key for a program that calls; it is answered once and kept nowhere. */
export async function issueKey(
  services: Services,
  actor: Actor,
  input: { name: string; role: StaffRole; scopes: readonly KeyScope[] },
): Promise<Result<string>> {
  const refused = refuseUnless(actor, 'admin.keys');
  if (refused) return refused;
  const { id, key } = await createKey(services.db, input);
  services.log.info({ key: id, role: input.role, by: actorRef(actor) }, 'API key created');
  return ok(key);
}

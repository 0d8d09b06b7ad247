import { type Actor, actorRef, type StaffRole } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { recordSecurity } from '../security/record-security.js';
import { createKey, type KeyScope } from './create-key.js';

/** An admin makes a key for a program that calls; it is answered once and kept nowhere. */
export async function issueKey(
  services: Services,
  actor: Actor,
  input: { name: string; role: StaffRole; scopes: readonly KeyScope[] },
): Promise<Result<string>> {
  const refused = refuseUnless(actor, 'admin.keys');
  if (refused) return refused;
  const { role } = input;
  const { id, key } = await services.db.$transaction(async (tx) => {
    const made = await createKey(tx, input);
    const data = { role, scopes: input.scopes };
    await recordSecurity(tx, services, { kind: 'key-made', actor, about: `key:${made.id}`, data });
    return made;
  });
  services.log.info({ key: id, role, by: actorRef(actor) }, 'API key created');
  return ok(key);
}

import { LIMITS } from '../../domain/limits.js';
import { type Actor, actorRef, isStaff } from '../../domain/people/actor.js';
import { isCode } from '../../domain/security/security-events.js';
import type { RecordServices } from '../../ports/services.js';
import { spend } from '../limits/spend.js';
import { recordSecurity } from './record-security.js';

/**
 * Staff, or a key, were told that they may not. Beyond a number an hour from one of them nothing more is written: those
 * that are there say enough. What can't be written keeps nobody from being answered.
 */
export async function noteRefusal(
  services: Pick<RecordServices, 'db' | 'vault' | 'clock' | 'whence' | 'log'>,
  actor: Actor,
  { reason, route }: { reason: string; route: string },
): Promise<void> {
  if (!isStaff(actor)) return;
  try {
    if (!(await spend(services, LIMITS.refusalsNoted, actorRef(actor))).allowed) return;
    const data = { reason, route: isCode(route) ? route : 'unmatched' };
    await recordSecurity(services.db, services, { kind: 'permission-refused', actor, data });
  } catch (error) {
    services.log.warn({ name: (error as Error).name }, 'a refusal could not be recorded');
  }
}

/** A key opened nothing; bounded like refusals. `about`: the key, where it is one of ours. */
export async function noteWrongKey(
  services: Pick<RecordServices, 'db' | 'clock' | 'whence' | 'log'>,
  reason: string,
  about?: string,
): Promise<void> {
  await recordSecurity(services.db, services, {
    kind: 'key-refused',
    actor: 'public',
    data: { reason },
    ...(about ? { about } : {}),
  }).catch((error: Error) => services.log.warn({ name: error.name }, 'a wrong key could not be recorded'));
}

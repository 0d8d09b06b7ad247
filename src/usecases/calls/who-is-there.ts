import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import type { CallRow } from './call-row.js';
import { presentIn } from './presence.js';

export interface WhoIsThere {
  /** In the meeting now, or in it as far as attendance is known; of nobody it is known. */
  state: 'now' | 'was' | 'unknown';
  people: { name: string; personId: string | null }[];
}

/** As Zoom tells it while the call is on; else who was there as far as attendance is known. */
export async function whoIsThere(
  services: Services,
  actor: Actor,
  call: CallRow,
): Promise<Result<WhoIsThere>> {
  const refused = refuseUnless(actor, 'calls.attendance');
  if (refused) return refused;
  const present = await presentIn(services, call);
  if (present) return ok({ state: 'now', people: present });
  const people = await services.db.callAttendance.findMany({
    where: { callId: call.id },
    orderBy: { name: 'asc' },
    select: { name: true, personId: true },
  });
  return ok({ state: people.length > 0 ? 'was' : 'unknown', people });
}

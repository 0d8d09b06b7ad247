import type { Actor } from '../domain/people/actor.js';
import { ok, type Result } from '../domain/result.js';
import type { Services } from '../ports/services.js';
import { refuseUnless } from './people/refuse-unless.js';
import { troubleOf } from './process-trouble.js';

/** Since when what is due of a process can't be carried out; null: all is well. */
export async function heldUpSince(
  services: Services,
  actor: Actor,
  workflowId: string,
): Promise<Result<Date | null>> {
  const refused = refuseUnless(actor, 'requests.read');
  return refused ?? ok((await troubleOf(services.db, workflowId))?.since ?? null);
}

import { LIMITS } from '../../domain/limits.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { type Caller, tooMany } from '../limits/caller.js';
import { spend } from '../limits/spend.js';

/**
 * Whether a network may have one more form held. Whatever address is typed, and however many others did so, it is held:
 * nobody keeps somebody else from asking for help. Refuses `too-many-requests`; the form is kept by its own page.
 */
export async function mayHoldForm(services: Services, { ref, times }: Caller): Promise<Result<null>> {
  const theirs = await spend(services, LIMITS.formsFromNetwork, ref, { times });
  if (theirs.allowed) return ok(null);
  return { ok: false, problem: tooMany(theirs.seconds, 'too-many-forms') };
}

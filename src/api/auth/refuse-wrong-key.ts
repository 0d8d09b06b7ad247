import { LIMITS } from '../../domain/limits.js';
import { because } from '../../domain/result.js';
import { type Caller, tooMany } from '../../usecases/limits/caller.js';
import { spend } from '../../usecases/limits/spend.js';
import { noteWrongKey } from '../../usecases/security/note-refusal.js';
import type { AppServices } from '../app-deps.js';
import { ProblemError } from '../errors.js';

/** What a wrong key is answered; guessing on and on is told to wait. A right one is never counted. */
export async function refuseWrongKey(services: AppServices, { ref, times }: Caller): Promise<ProblemError> {
  const { allowed, seconds } = await spend(services, LIMITS.wrongKeys, ref, { times });
  if (allowed) await noteWrongKey(services, 'unknown');
  return new ProblemError(allowed ? because('key-unknown') : tooMany(seconds, 'too-many-wrong-keys'));
}

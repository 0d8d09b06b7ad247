import { type Actor, actorRef } from '../../domain/people/actor.js';
import { readCode } from '../../domain/people/second-factor.js';
import { ok, type Result, refuseAt } from '../../domain/result.js';
import type { AppCodes } from '../../ports/second-factors.js';
import type { Services } from '../../ports/services.js';
import { recordSecurity } from '../security/record-security.js';
import { takeAppCode } from './app-factor.js';
import { countTry } from './count-try.js';
import { takeRecoveryCode } from './recovery-codes.js';

/** A code as typed, of the app or a recovery code. Refuses `invalid`, and `too-many-requests` after five wrong ones. */
export async function tryCode(
  services: Pick<Services, 'db' | 'vault' | 'clock' | 'whence'>,
  codes: AppCodes,
  actor: Actor,
  typed: string,
): Promise<Result<null>> {
  const code = readCode(typed);
  // No try is lost on what can't be one.
  if (!code) return refuseAt('/code', 'code-wrong');
  const tried = await countTry(services, actor);
  if (!tried.ok) return tried;
  const owner = actorRef(actor);
  const right =
    code.kind === 'app'
      ? await takeAppCode(services, codes, owner, code.code)
      : await takeRecoveryCode(services, owner, code.code);
  const by = code.kind === 'app' ? 'code' : 'recovery';
  const event = right ? ({ kind: 'factor-passed' } as const) : ({ kind: 'factor-refused' } as const);
  await recordSecurity(services.db, services, { ...event, actor, data: { by } });
  if (!right) return refuseAt('/code', 'code-wrong');
  await tried.value.wasRight();
  return ok(null);
}

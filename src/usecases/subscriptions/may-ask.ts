import { LIMITS } from '../../domain/limits.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { type Caller, tooMany } from '../limits/caller.js';
import { giveBack, spend } from '../limits/spend.js';
import { spendAll } from '../limits/spend-all.js';

/**
 * Whether a stranger's wish may put one more mail into somebody's mailbox. False: not into this one again so soon,
 * which the answer doesn't show. Refuses `too-many-requests` when the asker, or all askers, have asked for too many.
 */
export async function mayAskToConfirm(
  services: Services,
  { email, by }: { email: string; by: Caller },
): Promise<Result<boolean>> {
  if (!(await spend(services, LIMITS.confirmationsToAddress, email)).allowed) return ok(false);
  const all = await spendAll(services, [
    [LIMITS.confirmationsByAsker, by.ref, by.times],
    [LIMITS.confirmations, 'all'],
  ]);
  if (all.allowed) return ok(true);
  // No mail has left: a later wish of the same address is not one too many.
  await giveBack(services, LIMITS.confirmationsToAddress, email);
  return { ok: false, problem: tooMany(all.seconds, 'too-many-asked-to-confirm') };
}

import type { Services } from '../../activities/ports.js';
import { LIMITS } from '../../domain/limits.js';
import { ok, type Result } from '../../domain/result.js';
import { spend } from '../../records/limits/spend.js';
import { tooMany } from '../http/caller.js';

/**
 * Whether one more form of somebody unproved may be held, and its question mailed: anybody can type anybody's
 * address. Refuses `too-many-requests`; the form itself is kept by its own page.
 */
export async function mayHoldForm(services: Services, email: string): Promise<Result<null>> {
  const theirs = await spend(services, LIMITS.formsToAddress, email);
  if (!theirs.allowed) {
    const detail =
      'Several forms with this address wait to be confirmed. Follow the link in one of the mails, or try again in an hour.';
    return { ok: false, problem: tooMany(detail, theirs.seconds) };
  }
  const all = await spend(services, LIMITS.forms, 'all');
  if (all.allowed) return ok(null);
  const detail = 'Very many forms are coming in. Your answers are kept here: please send them in an hour.';
  return { ok: false, problem: tooMany(detail, all.seconds) };
}

import { LIMITS } from '../../domain/limits.js';
import type { Reason } from '../../domain/refusals/refusals.js';
import type { Services } from '../../ports/services.js';
import { spend } from '../limits/spend.js';
import { recordSecurity } from '../security/record-security.js';
import type { ByMail } from './resolve-actor.js';
import { tellOfNewBrowser } from './tell-of-new-browser.js';

type Noting = Pick<Services, 'db' | 'vault' | 'clock' | 'whence' | 'log'>;

/** Somebody signed in. The session is the library's, so this stands beside its transaction; without it nobody is let in. */
export async function noteSignIn(
  services: Services,
  actor: ByMail,
  { by, known }: { by: string; known: boolean },
): Promise<void> {
  if (!known) await tellOfNewBrowser(services, actor);
  await recordSecurity(services.db, services, { kind: 'signed-in', actor, data: { by } });
}

/** Why a link let nobody in: another address was typed than it went to, or it was used, late or made up. */
type LinkRefused = 'link-address' | 'link-not-valid';

/** A provider's word was not taken, or a link; bounded, as whoever it was may come again and again. */
export async function noteSignInRefused(
  services: Noting,
  by: string,
  reason: Reason | LinkRefused,
): Promise<void> {
  try {
    if (!(await spend(services, LIMITS.refusalsNoted, `sign-in/${by}`)).allowed) return;
    await recordSecurity(services.db, services, {
      ...{ kind: 'sign-in-refused', actor: 'public', data: { by, reason } },
    });
  } catch (error) {
    services.log.warn({ name: (error as Error).name }, 'a refusal could not be recorded');
  }
}

import type { Response } from 'express';
import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { AppDeps } from '../app-deps.js';
import { resolveActor } from './resolve-actor.js';

/**
 * Uses a link up: sets the session cookie on `res` and says who signed in. Call it from a POST only.
 * Refuses `unauthenticated` when the link is unknown, used or too old.
 */
export async function confirmSignIn(
  deps: Pick<AppDeps, 'auth' | 'services'>,
  token: unknown,
  res: Response,
): Promise<Result<{ actor: Actor }>> {
  const used = typeof token === 'string' && token.length <= 200 ? await deps.auth.use(token) : null;
  if (!used) {
    return refuse(
      'unauthenticated',
      'This link has been used or is older than ten minutes. Ask for a new one.',
    );
  }
  res.append('Set-Cookie', used.setCookies);
  const actor = await resolveActor(deps.services, used.email);
  await deps.services.db.personEmail.updateMany({
    where: { email: used.email, verifiedAt: null },
    data: { verifiedAt: deps.services.clock.now() },
  });
  return ok({ actor });
}

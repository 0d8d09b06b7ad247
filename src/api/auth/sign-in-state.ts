import type { Request, RequestHandler, Response } from 'express';
import { actorRef } from '../../domain/people/actor.js';
import { isFresh } from '../../domain/people/second-factor.js';
import { keepForm } from '../../usecases/kept-forms/kept-form-store.js';
import type { AppDeps } from '../app-deps.js';
import { problem } from '../http/problem.js';
import { fieldsOf } from '../pages/kit/fields.js';
import { paths } from '../paths.js';
import type { SignInState } from '../request-context.js';
import { knownBrowsers } from './known-browsers.js';

const to = (page: string, next: string) => (next === '' ? page : `${page}?next=${encodeURIComponent(next)}`);

/** Where somebody proves once more that it is them, and comes back. */
export function wayToProve(state: SignInState | null, next: string): string {
  if (state?.hasFactor) return to(paths.signInPage('code'), next);
  return to(state?.waiting ? paths.signInPage('set-up') : paths.signIn, next);
}

/** Keys are looked after otherwise; of a session the factor, or the link, was used in the last ten minutes. */
export function isFreshly({ proof, signIn }: Pick<Request, 'proof' | 'signIn'>): boolean {
  if (proof === 'key') return true;
  return signIn !== null && isFresh(signIn.session, actorRef(signIn.who), signIn.hasFactor, new Date());
}

/** Before what must not be done from a desk somebody has left: a form that was sent is kept, and comes back. */
export function requireFresh({ services }: Pick<AppDeps, 'services'>): RequestHandler {
  return async (req, res, next) => {
    if (isFreshly(req)) return next();
    if (req.actor.kind === 'public' && req.method !== 'GET') throw problem('signed-out-meanwhile');
    const back = req.method === 'GET' ? req.originalUrl : await keep(req);
    res.redirect(303, wayToProve(req.signIn, back));
  };

  async function keep({ actor, formOrigin, originalUrl, body }: Request): Promise<string> {
    if (!formOrigin) return paths.home;
    const form = { page: formOrigin.page, action: originalUrl, fields: fieldsOf(body) };
    return paths.keptForm(await keepForm(services, actorRef(actor), form));
  }
}

/** The session goes on under a new token. False: it has ended meanwhile. */
export async function passFactor(
  { auth, config }: Pick<AppDeps, 'auth' | 'config'>,
  { req, res }: { req: Request; res: Response },
  { session, who }: SignInState,
): Promise<boolean> {
  const cookies = await auth.pass(session, actorRef(who), new Date());
  for (const cookie of cookies ?? []) res.append('Set-Cookie', cookie);
  if (cookies) knownBrowsers(config).remember(req, res, who);
  return cookies !== null;
}

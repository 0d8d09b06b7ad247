import type { Request, RequestHandler, Response } from 'express';
import { type Result, refuse } from '../../../domain/result.js';
import type { IdentityProvider } from '../../../ports/identity-providers.js';
import { noteSignInRefused } from '../../../usecases/sign-in/note-sign-in.js';
import { type Entered, signInByProvider } from '../../../usecases/sign-in/sign-in-by-provider.js';
import type { AppDeps } from '../../app-deps.js';
import { welcome } from '../../auth/known-browsers.js';
import { createProviderCookie, type OnTheWay } from '../../auth/provider-cookie.js';
import { statusOf } from '../../errors.js';
import { notFound } from '../../http/problem.js';
import { say } from '../../text/say.js';
import { goElsewhere, showInstead } from '../kit/elsewhere.js';
import { safeNext } from '../parts/safe-next.js';
import { landing } from './landing.js';
import { signInForm } from './sign-in-page.js';

const TROUBLE = {
  declined: 'provider-declined',
  away: 'provider-away',
  'not-valid': 'provider-not-valid',
} as const;

/** To an organization's own sign-in, and back from it. Addresses alone: a form that leads elsewhere no browser would send. */
export function providerPages(deps: AppDeps): Record<'leave' | 'back', RequestHandler> {
  const { auth, services, config, providers = [] } = deps;
  const cookie = createProviderCookie(config);
  return {
    async leave(req, res) {
      const provider = providerIn(req);
      const next = safeNext(req.query.next) ?? '';
      const begun = await provider.begin();
      if (begun === 'away') return showProblem(req, res, refuse('provider-away').problem, next);
      cookie.set(res, { provider: provider.id, ask: begun.ask, next });
      res.redirect(303, begun.to);
    },
    async back(req, res) {
      const provider = providerIn(req);
      const way = cookie.take(req, res);
      const done = await finish(req, provider, way);
      if (!done.ok) {
        if (way) await noteSignInRefused(services, provider.id, done.problem.reason);
        return showProblem(req, res, done.problem, way?.next ?? '');
      }
      if (req.signIn) await auth.end(req.get('cookie'));
      for (const line of done.value.setCookies) res.append('Set-Cookie', line);
      await welcome(deps, req, res, { who: done.value.who, by: provider.id });
      res.redirect(303, landing(done.value.who, way?.next ?? ''));
    },
  };

  function providerIn({ params }: Request): IdentityProvider {
    const provider = providers.find(({ id }) => id === params.provider);
    if (!provider) throw notFound();
    return provider;
  }

  async function finish(
    req: Request,
    provider: IdentityProvider,
    way: OnTheWay | null,
  ): Promise<Result<Entered>> {
    if (way?.provider !== provider.id) return refuse('provider-not-valid');
    const query = new URL(req.originalUrl, config.appUrl).searchParams;
    const said = await provider.finish(query, way.ask);
    return typeof said === 'string'
      ? refuse(TROUBLE[said])
      : signInByProvider(services, auth, provider, said);
  }

  function showProblem(
    { texts }: Request,
    res: Response,
    problem: Extract<Result<never>, { ok: false }>['problem'],
    next: string,
  ): void {
    const data = {
      section: 'sign-in',
      title: texts.public.signIn.provider.problem,
      lead: [say(texts, problem)],
      form: signInForm(texts, next),
    };
    goElsewhere(res, showInstead('pages/kit/form-page.njk', data, statusOf(problem.code)));
  }
}

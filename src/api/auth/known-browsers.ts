import { createHmac } from 'node:crypto';
import type { Request, Response } from 'express';
import { actorRef } from '../../domain/people/actor.js';
import { hasFactor } from '../../usecases/factors/factors-of.js';
import { noteSignIn } from '../../usecases/sign-in/note-sign-in.js';
import type { ByMail } from '../../usecases/sign-in/resolve-actor.js';
import type { AppDeps, AppSettings } from '../app-deps.js';
import { cookieName, cookieOf } from '../http/cookies.js';

/** Browsers forget cookies after 400 days at the latest. */
const KEPT_MS = 400 * 24 * 60 * 60_000;
const MOST = 6;

/**
 * Whether somebody has signed in with this browser before. Its cookie holds digests of accounts that only this desk can
 * make: whoever finds it on a shared computer learns of nobody that they were here.
 */
export function knownBrowsers({ appUrl, appSecret }: Pick<AppSettings, 'appUrl' | 'appSecret'>) {
  const name = cookieName(appUrl, 'ta-desk-browser');
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure: appUrl.startsWith('https:') } as const;
  const markOf = (who: ByMail) =>
    createHmac('sha256', `browser:${appSecret}`).update(actorRef(who)).digest('base64url');
  const kept = (req: Request) =>
    (cookieOf(req, name) ?? '').split('.', MOST).filter((mark) => /^[\w-]{43}$/.test(mark));
  return {
    knows: (req: Request, who: ByMail): boolean => kept(req).includes(markOf(who)),
    remember(req: Request, res: Response, who: ByMail): void {
      const mine = markOf(who);
      const others = kept(req).filter((mark) => mark !== mine);
      res.cookie(name, [mine, ...others].slice(0, MOST).join('.'), { ...cookie, maxAge: KEPT_MS });
    },
  };
}

/** Somebody has signed in here: it is noted, told where the browser is new, and known from now on, unless a factor is still to come. */
export async function welcome(
  { services, config }: Pick<AppDeps, 'services' | 'config'>,
  req: Request,
  res: Response,
  { who, by }: { who: ByMail; by: string },
): Promise<void> {
  const browsers = knownBrowsers(config);
  await noteSignIn(services, who, { by, known: browsers.knows(req, who) });
  const factorToCome =
    (who.kind === 'user' && config.secondFactor === 'required') || (await hasFactor(services, who));
  if (!factorToCome) browsers.remember(req, res, who);
}

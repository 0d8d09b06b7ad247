import { createHmac, randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { actorRef } from '../../domain/people/actor.js';
import { forgetKeptForm, keepForm } from '../../usecases/kept-forms/kept-form-store.js';
import type { AppDeps, AppServices, AppSettings } from '../app-deps.js';
import { cookieName, cookieOf } from '../http/cookies.js';
import { problem } from '../http/problem.js';
import { formToken, readFormToken, same } from '../kept-forms/form-token.js';
import { fieldsOf } from '../pages/kit/fields.js';
import { showAgain, turnInto } from '../pages/kit/show-again.js';
import { paths } from '../paths.js';
import { isFromElsewhere, isFromThisSite } from './from-elsewhere.js';
import { isApi } from './is-api.js';

/** Said by scripts of ours, about a form that nobody has sent yet. */
export const asksByItself = (req: Request): boolean => req.get('x-asks') !== undefined;

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The form token of this browser: a keyed digest over a random cookie and the session, so that it can't be made
 * elsewhere and ends with the session. People who aren't signed in have one too.
 */
export function readCsrfToken(args: {
  req: Request;
  res: Response;
  config: AppSettings;
  sessionToken: string;
}): string {
  const { req, res, config, sessionToken } = args;
  const name = cookieName(config.appUrl, 'ta-desk-form');
  let seed = cookieOf(req, name);
  if (seed === undefined || !/^[\w-]{43}$/.test(seed)) {
    seed = randomBytes(32).toString('base64url');
    if (!isApi(req.path)) {
      const secure = config.appUrl.startsWith('https:');
      res.cookie(name, seed, { httpOnly: true, sameSite: 'lax', path: '/', secure });
    }
  }
  return createHmac('sha256', `csrf:${config.appSecret}`)
    .update(`${seed}|${sessionToken}`)
    .digest('base64url');
}

/**
 * Links of mails whose address is the whole proof: nobody can be tricked into one without knowing it, and the browsers
 * inside mail programs keep no cookie that a form token could hang on.
 */
export const BY_ADDRESS = /^\/(unsubscribe|(?:subscribe|request)\/confirm|calls\/[^/]+\/poll)\/[^/]+\/?$/;

/**
 * Every change a browser could be tricked into needs the form's token; calls by key or by nobody don't, but none may
 * come from another site's page: even those leave something in the browser, or count as its network's. Forms of pages
 * get theirs here, and one that comes with a lost session or an old token is kept or shown again: nothing typed is lost.
 */
export function checkCsrf({ services, config }: Pick<AppDeps, 'services' | 'config'>): RequestHandler {
  return async (req, res, next) => {
    const owner = actorRef(req.actor);
    const issue = (page: string) => {
      res.locals.csrfToken = formToken(config.appSecret, req.csrfToken, { page, owner });
    };
    if (SAFE.has(req.method)) {
      if (!isApi(req.path)) issue(req.originalUrl);
      return next();
    }
    if (req.proof === 'key') return next();
    if (isFromElsewhere(req, config)) throw problem('from-another-site');
    if (BY_ADDRESS.test(req.path)) {
      issue(req.originalUrl);
      return next();
    }
    if (isApi(req.path) && req.proof === 'none') return next();
    const sent: unknown = req.get('x-csrf-token') ?? req.body?._csrf;
    const { csrfToken, origin } = readFormToken(config.appSecret, typeof sent === 'string' ? sent : '');
    if (!isApi(req.path)) issue(origin?.page ?? req.originalUrl);
    req.formOrigin = origin ?? undefined;
    // Typed by who was in, and who has to prove once more that it is them.
    const waits = req.signIn?.waiting === true && origin?.owner === actorRef(req.signIn.who);
    if (waits || !same(csrfToken, req.csrfToken)) {
      // A script that asks by itself is told so: what is typed stays on its page, and is kept when a person sends it.
      if (origin === null || isApi(req.path) || !isFromThisSite(req) || asksByItself(req))
        throw problem('page-too-old');
      const form = { page: origin.page, action: req.originalUrl, fields: fieldsOf(req.body) };
      delete form.fields._csrf;
      // The same person, or nobody in particular: the page comes back at once. Signing in itself never needs signing in.
      if (origin.owner === owner || origin.owner === 'public' || origin.page.startsWith(paths.signIn)) {
        showAgain(res, form, 403);
        issue(origin.page);
        turnInto(req, origin.page);
        return next();
      }
      const id = await keepForm(services, origin.owner, form);
      return res.redirect(303, `${paths.signIn}?next=${encodeURIComponent(paths.keptForm(id))}`);
    }
    if (origin?.kept !== undefined) forgetOnceSent(services, res, origin.owner, origin.kept);
    if (req.body && typeof req.body === 'object') delete req.body._csrf;
    next();
  };
}

function forgetOnceSent(services: AppServices, res: Response, owner: string, id: string): void {
  res.once('finish', () => {
    if (res.statusCode >= 400) return;
    forgetKeptForm(services, owner, id).catch(() =>
      services.log.error({ what: 'kept form' }, 'not forgotten; it ends by itself'),
    );
  });
}

import type { Request, RequestHandler, Response } from 'express';
import type { SignedIn } from '../../ports/sign-in-links.js';
import { findKey } from '../../usecases/keys/find-key.js';
import { noteRefusal } from '../../usecases/security/note-refusal.js';
import { resolveActor } from '../../usecases/sign-in/resolve-actor.js';
import { noteUse, standingIn } from '../../usecases/sign-in/session-standing.js';
import type { AppDeps } from '../app-deps.js';
import { refuseWrongKey } from '../auth/refuse-wrong-key.js';
import { comingFrom } from '../coming-from.js';
import { callerOf } from '../http/caller.js';
import { problem } from '../http/problem.js';
import type { SignInState } from '../request-context.js';
import { readCsrfToken } from './csrf.js';
import { isApi } from './is-api.js';
import { routeTemplate } from './route-template.js';

const OPERATIONS = /^\/api\/v1(?:\/|$)/i;

/** Says who is calling: an API key under /api, else the session cookie, else nobody in particular. */
export function identify({ services: all, auth, config }: AppDeps): RequestHandler {
  const services = { page: comingFrom(all, 'page'), api: comingFrom(all, 'api') };
  return async (req, res, next) => {
    req.actor = { kind: 'public' };
    req.proof = 'none';
    const ofWay = services[isApi(req.path) ? 'api' : 'page'];
    req.noteRefusal = (reason) => noteRefusal(ofWay, req.actor, { reason, route: routeTemplate(req) });
    req.signIn = null;
    const header = req.get('authorization');
    if (header !== undefined && isApi(req.path)) {
      const key = /^Bearer (\S+)$/i.exec(header)?.[1];
      const actor = key === undefined ? null : await findKey(all, key);
      if (!actor) throw await refuseWrongKey(services.api, callerOf(req, config));
      req.actor = actor;
      req.proof = 'key';
      return next();
    }
    const session = await auth.signedIn(req.get('cookie'));
    const signIn = session && (await stateOf(req, res, session));
    req.signIn = signIn;
    if (signIn) req.proof = 'session';
    if (signIn && !signIn.waiting) req.actor = signIn.who;
    // Of a session that has just ended for want of use, a form is one of a lost session: it is kept.
    req.csrfToken = readCsrfToken({ req, res, config, sessionToken: signIn?.session.sessionToken ?? '' });
    res.locals.actor = req.actor;
    res.locals.waiting = signIn?.waiting === true;
    if (signIn?.waiting && OPERATIONS.test(req.path)) throw problem('second-factor-needed');
    next();
  };

  /**
   * The one place that lets a session count. Whoever still waits for the second factor is nobody in particular, to every
   * page, route and use case; only the pages that ask for it look at `signIn`.
   */
  async function stateOf(req: Request, res: Response, session: SignedIn): Promise<SignInState | null> {
    const who = await resolveActor(all, session.email);
    const now = new Date();
    const read = await standingIn(all, session, who, { ...config.sessions, ...config }, now);
    if (read.standing === 'idle') {
      for (const cookie of await auth.end(req.get('cookie'))) res.append('Set-Cookie', cookie);
      return null;
    }
    // What a page asks by itself is nobody's doing.
    const byItself = req.method === 'GET' && req.get('sec-fetch-dest') === 'empty';
    if (!byItself) await noteUse(all, session, now);
    return { session, who, waiting: read.standing === 'waiting', hasFactor: read.hasFactor };
  }
}

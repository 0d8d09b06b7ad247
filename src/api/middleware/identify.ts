import type { RequestHandler } from 'express';
import { findKey } from '../../usecases/keys/find-key.js';
import { noteRefusal } from '../../usecases/security/note-refusal.js';
import { resolveActor } from '../../usecases/sign-in/resolve-actor.js';
import type { AppDeps } from '../app-deps.js';
import { refuseWrongKey } from '../auth/refuse-wrong-key.js';
import { comingFrom } from '../coming-from.js';
import { callerOf } from '../http/caller.js';
import { readCsrfToken } from './csrf.js';
import { isApi } from './is-api.js';
import { routeTemplate } from './route-template.js';
import '../request-context.js';

/** Says who is calling: an API key under /api, else the session cookie, else nobody in particular. */
export function identify({ services: all, auth, config }: AppDeps): RequestHandler {
  const services = { page: comingFrom(all, 'page'), api: comingFrom(all, 'api') };
  return async (req, res, next) => {
    req.actor = { kind: 'public' };
    req.proof = 'none';
    const ofWay = services[isApi(req.path) ? 'api' : 'page'];
    req.noteRefusal = (reason) => noteRefusal(ofWay, req.actor, { reason, route: routeTemplate(req) });
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
    if (session) {
      req.actor = await resolveActor(all, session.email);
      req.proof = 'session';
    }
    req.csrfToken = readCsrfToken({ req, res, config, sessionToken: session?.sessionToken ?? '' });
    res.locals.actor = req.actor;
    next();
  };
}

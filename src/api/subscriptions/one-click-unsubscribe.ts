import { Router, urlencoded } from 'express';
import { unsubscribe } from '../../usecases/subscriptions/unsubscribe.js';
import type { AppDeps } from '../app-deps.js';
import { notFound } from '../http/problem.js';

/**
 * The one POST that mail programs send by themselves (RFC 8058): no cookie, no form token, urlencoded or multipart, some
 * of them with nothing in it. The address alone is the proof, so any body means the same; only our own page's form goes
 * on to the pages. Mounted before bodies are read: one that can't be must not keep anybody on a list.
 */
export function oneClickUnsubscribe({ services }: AppDeps): Router {
  const router = Router();
  const readForm = urlencoded({ limit: '16kb', extended: false });
  router.post('/unsubscribe/:token', (req, res, next) => {
    readForm(req, res, () => {
      if (req.body?._csrf !== undefined) return next();
      unsubscribe(services, req.params.token).then(
        (done) => (done.ok ? res.type('text/plain').send('Unsubscribed.') : next(notFound())),
        next,
      );
    });
  });
  return router;
}

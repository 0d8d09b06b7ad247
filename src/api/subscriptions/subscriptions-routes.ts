import { Router, urlencoded } from 'express';
import { inRecording } from '../../usecases/requests/request-row.js';
import { suppressAddress } from '../../usecases/subscriptions/suppress-address.js';
import type { AppDeps } from '../app-deps.js';
import { callerOf } from '../http/caller.js';
import { parse } from '../http/parse.js';
import { notFound, unwrap } from '../http/unwrap.js';
import { permitted } from '../middleware/require.js';
import { confirmSubscription } from './confirm-subscription.js';
import { subscribe } from './subscribe.js';
import { confirmationSchema, subscriptionSchema, suppressionSchema } from './subscription.schema.js';
import { unsubscribe } from './unsubscribe.js';

/** Mail about the calls: asking for it and leaving it (api.md "Calls"). Strangers may do both. */
export function subscriptionsRoutes({ services, config }: AppDeps): Router {
  const router = Router();
  router.post('/subscriptions', async (req, res) => {
    const input = parse(subscriptionSchema, req.body);
    const by = callerOf(req, config);
    const { view, isNew } = unwrap(await subscribe(services, req.actor, input, { by }));
    res.status(isNew ? 201 : 200).json(view);
  });
  router.post('/subscriptions/confirmations', async (req, res) => {
    const { token } = parse(confirmationSchema, req.body);
    const { status } = unwrap(await confirmSubscription(services, token));
    res.json({ status });
  });
  router.post('/subscriptions/suppressions', permitted('calls.subscribe-others'), async (req, res) => {
    const suppression = parse(suppressionSchema, req.body);
    const at = services.clock.now();
    const known = await inRecording(services, (tx, toKick) =>
      suppressAddress(tx, services, toKick, { ...suppression, at }),
    );
    if (!known) throw notFound();
    res.json({ email: suppression.email, suppressed: true });
  });
  router.delete('/subscriptions/:token', async (req, res) => {
    res.json(unwrap(await unsubscribe(services, String(req.params.token))));
  });
  return router;
}

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

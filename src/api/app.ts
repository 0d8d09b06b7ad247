import express, { type Express } from 'express';
import { maySendFormFile } from '../usecases/forms/form-files.js';
import { countFailing } from '../usecases/health/count-failing.js';
import type { AppDeps, AppParts, AppServices } from './app-deps.js';
import { comingFrom } from './coming-from.js';
import { healthRoutes } from './health/health-routes.js';
import { createMetrics } from './health/metrics.js';
import { callerOf } from './http/caller.js';
import { checkAnswers } from './http/check-answers.js';
import { bodyParsers } from './middleware/body-parsers.js';
import { checkCsrf } from './middleware/csrf.js';
import { errorHandler } from './middleware/error-handler.js';
import { identify } from './middleware/identify.js';
import { unknownAddress } from './middleware/not-found.js';
import { ownHost } from './middleware/own-host.js';
import { pageLocals } from './middleware/page-locals.js';
import { limitsByActor } from './middleware/rate-limits.js';
import { readableAddress } from './middleware/readable-address.js';
import { requestLog } from './middleware/request-log.js';
import { noStore, securityHeaders } from './middleware/security-headers.js';
import { speak } from './middleware/speak.js';
import { uploads } from './middleware/uploads.js';
import { createDraftStore } from './pages/form/draft-store.js';
import { pagesRouter } from './pages/pages-router.js';
import { oneClickUnsubscribe } from './subscriptions/one-click-unsubscribe.js';
import { V1, v1Routes } from './v1-routes.js';
import { createViewEngine } from './views/create-view-engine.js';
import { serveAssets } from './views/serve-assets.js';
import { NO_WEBHOOKS } from './webhooks/webhooks.js';
import { webhooksRouter } from './webhooks/webhooks-router.js';

/** The web side, read from top to bottom: each request passes these in order. */
export function createApp({ services: all, ...rest }: AppParts): Express {
  const services = all as AppServices;
  const deps: AppDeps = { ...rest, services };
  const { config } = deps;
  const metrics = createMetrics(() => countFailing(services));
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // Limits go by where somebody comes from: only a proxy of our own is believed when it says so.
  app.set('trust proxy', ['loopback', ...(config.trustedProxies ?? [])]);
  app.set('query parser', 'simple');
  createViewEngine({ app, programs: services.programs });

  app.use(speak(deps.languages));
  app.use(requestLog(services.log, metrics));
  if (deps.undescribed) app.use('/api/v1', checkAnswers(V1, deps.undescribed));
  app.use(securityHeaders({ https: config.appUrl.startsWith('https:') }));
  app.use(ownHost(config));
  app.use(pageLocals(deps));
  app.use(readableAddress);
  app.use(healthRoutes(deps, metrics));
  app.use('/assets', serveAssets());
  app.use(noStore);
  // Before bodies, sessions and form tokens: signatures are over bytes as sent.
  app.use(webhooksRouter(services, deps.webhooks ?? NO_WEBHOOKS));
  // Mail programs post without any cookie or token.
  app.use(oneClickUnsubscribe(deps));
  app.use(bodyParsers());
  app.use(identify(deps));
  app.use(limitsByActor(services, config));
  const drafts = createDraftStore(deps.services, config);
  app.use(
    uploads({
      mayWithForm: async (req) => maySendFormFile(deps.services, drafts.idOf(req), callerOf(req, config)),
    }),
  );
  app.use(checkCsrf(deps));
  app.use('/api', v1Routes({ ...deps, services: comingFrom(services, 'api') }));
  app.use(pagesRouter({ ...deps, services: comingFrom(services, 'page') }));
  app.use(unknownAddress);
  app.use(errorHandler(services.log));
  return app;
}

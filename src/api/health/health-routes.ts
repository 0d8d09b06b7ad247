import { type RequestHandler, Router } from 'express';
import type { AppDeps } from '../app-deps.js';
import { notFound } from '../http/problem.js';
import type { HttpMetrics } from './metrics.js';

/** What a proxy adds to what it hands on: whoever watches the desk from inside asks it directly. */
const BY_A_PROXY = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'via'];

/** Figures and readiness are for the inside; to somebody outside, a proxy's visitor, they are not there. */
const insideOnly: RequestHandler = (req, _res, next) => {
  if (BY_A_PROXY.some((name) => req.get(name) !== undefined)) throw notFound();
  next();
};

/** `/healthz` (alive), `/readyz` (can work), `/metrics` (counts only); the last two from inside alone. */
export function healthRoutes(deps: Pick<AppDeps, 'ready'>, metrics: HttpMetrics): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.json({ alive: true });
  });
  router.get('/readyz', insideOnly, async (_req, res) => {
    const report = await deps.ready();
    res.status(report.ready ? 200 : 503).json(report);
  });
  router.get('/metrics', insideOnly, async (_req, res) => {
    res.type(metrics.contentType).send(await metrics.text());
  });
  return router;
}

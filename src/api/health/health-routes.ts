import { Router } from 'express';
import type { AppDeps } from '../app-deps.js';
import type { HttpMetrics } from './metrics.js';

/** `/healthz` (alive), `/readyz` (can work), `/metrics` (counts only). */
export function healthRoutes(deps: Pick<AppDeps, 'ready'>, metrics: HttpMetrics): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.json({ alive: true });
  });
  router.get('/readyz', async (_req, res) => {
    const report = await deps.ready();
    res.status(report.ready ? 200 : 503).json(report);
  });
  router.get('/metrics', async (_req, res) => {
    res.type(metrics.contentType).send(await metrics.text());
  });
  return router;
}

import type { RequestHandler } from 'express';
import type { Log } from '../../ports/log.js';
import type { HttpMetrics } from '../health/metrics.js';
import { routeTemplate } from './route-template.js';

/** One line and one count per answer: method, route, status, duration. No bodies, queries, names or tokens. */
export function requestLog(log: Log, metrics: HttpMetrics): RequestHandler {
  return (req, res, next) => {
    const start = performance.now();
    res.on('finish', () => {
      const route = routeTemplate(req);
      const ms = Math.round(performance.now() - start);
      metrics.answered({ method: req.method, route, status: res.statusCode, seconds: ms / 1000 });
      log.info({ method: req.method, route, status: res.statusCode, ms, as: req.actor?.kind }, 'answered');
    });
    next();
  };
}

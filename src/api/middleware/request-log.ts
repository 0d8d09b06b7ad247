import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import { actorRef, isStaff } from '../../domain/people/actor.js';
import type { Log } from '../../ports/log.js';
import type { HttpMetrics } from '../health/metrics.js';
import { routeTemplate } from './route-template.js';

/**
 * One line and one count per answer: the request's number, method, route, status, duration. No bodies, queries, names or
 * tokens. Staff and keys by their ids; of people outside only that they are such: whoever reads the log must not learn
 * who looked for help, and when.
 */
export function requestLog(log: Log, metrics: HttpMetrics): RequestHandler {
  return (req, res, next) => {
    const start = performance.now();
    req.number = randomBytes(6).toString('hex');
    res.on('finish', () => {
      const route = routeTemplate(req);
      const ms = Math.round(performance.now() - start);
      metrics.answered({ method: req.method, route, status: res.statusCode, seconds: ms / 1000 });
      const { number, method, actor } = req;
      const who = actor && isStaff(actor) ? actorRef(actor) : undefined;
      log.info(
        { request: number, method, route, status: res.statusCode, ms, as: actor?.kind, who },
        'answered',
      );
    });
    next();
  };
}

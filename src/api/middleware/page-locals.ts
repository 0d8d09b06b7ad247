import type { RequestHandler } from 'express';
import type { AppDeps } from '../app-deps.js';

/** What every template may show: business time, and whether this is a rehearsal. `identify` adds who it is. */
export function pageLocals({ services, rehearsal }: AppDeps): RequestHandler {
  return (_req, res, next) => {
    res.locals.clockTime = services.clock.now();
    res.locals.rehearsal = rehearsal !== null;
    next();
  };
}

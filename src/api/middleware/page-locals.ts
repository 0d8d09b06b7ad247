import type { RequestHandler } from 'express';
import type { AppDeps } from '../app-deps.js';

/** What every template may show: business time, and whether this is a rehearsal. `identify` adds who it is. */
export function pageLocals({ services, rehearsal }: AppDeps): RequestHandler {
  return (req, res, next) => {
    const now = services.clock.now();
    res.locals.clockTime = now;
    if (rehearsal) {
      const { zone } = services.programs.current().program;
      res.locals.clockWords = req.texts.dates.dateTime(now.toISOString(), zone);
    }
    res.locals.rehearsal = rehearsal !== null;
    next();
  };
}

import { Router } from 'express';
import { z } from 'zod';
import { whenWouldIHear } from '../../domain/time/deadline-preview.js';
import { instantSchema } from '../../domain/time/instant.schema.js';
import { loadCalendar } from '../../usecases/calendar/load-calendar.js';
import type { AppDeps } from '../app-deps.js';
import { parse } from '../http/parse.js';

export const deadlinesQuery = z.strictObject({
  receivedAt: instantSchema,
  businessDays: z
    .string()
    .regex(/^\d{1,3}$/, 'Give a whole number from 1 to 260.')
    .transform(Number)
    .pipe(z.int().min(1, 'Give a whole number from 1 to 260.').max(260, 'Give a whole number from 1 to 260.'))
    .meta({ type: 'integer', minimum: 1, maximum: 260 })
    .optional(),
});

/** Public: when something received then would be due, explained day by day. Without `businessDays`: the promise. */
export function deadlinesRoutes({ services }: AppDeps): Router {
  const router = Router();
  router.get('/deadlines', async (req, res) => {
    const { receivedAt, businessDays } = parse(deadlinesQuery, req.query);
    const calendar = await loadCalendar(services.db, services);
    const promise = services.programs.current().program.clock.promiseBusinessDays;
    res.json(whenWouldIHear({ calendar, receivedAt, businessDays: businessDays ?? promise }));
  });
  return router;
}

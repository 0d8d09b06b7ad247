import { z } from 'zod';
import { says } from '../../domain/refusals/says.js';
import { ledgerDaySchema } from '../../domain/requests/view.schema.js';
import { ok } from '../../domain/result.js';
import { whenWouldIHear } from '../../domain/time/deadline-preview.js';
import { instantSchema } from '../../domain/time/instant.schema.js';
import { currentCalendar } from '../../usecases/calendar/current-calendar.js';
import { json } from '../http/answer.js';
import { type Route, route } from '../http/route.js';

const WHOLE = says('whole-number', { from: 1, through: 260 });

const deadlinesQuery = z.strictObject({
  receivedAt: instantSchema,
  businessDays: z
    .string()
    .regex(/^\d{1,3}$/, WHOLE)
    .transform(Number)
    .pipe(z.int().min(1, WHOLE).max(260, WHOLE))
    .meta({ type: 'integer', minimum: 1, maximum: 260 })
    .optional(),
});

export const deadlinesRoutes: readonly Route[] = [
  route({
    id: 'whenWouldIHear',
    access: 'deadlines.ask',
    method: 'get',
    path: '/deadlines',
    tag: 'Calendar',
    summary: 'When would something received then be due?',
    description: 'Explained day by day. Without `businessDays`: the promise.',
    query: deadlinesQuery,
    answers: {
      200: json(
        'Due date and day ledger',
        z.object({ dueAt: z.iso.datetime(), days: z.array(ledgerDaySchema).max(10_000) }),
      ),
    },
    problems: [],
    async handle({ services, query: { receivedAt, businessDays } }) {
      const calendar = await currentCalendar(services);
      const promise = services.programs.current().program.clock.promiseBusinessDays;
      return ok(whenWouldIHear({ calendar, receivedAt, businessDays: businessDays ?? promise }));
    },
  }),
];

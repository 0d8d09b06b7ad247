import type { RequestHandler } from 'express';
import { ok, type Result, refuse } from '../../domain/result.js';
import { addDuration } from '../../domain/time/duration.js';
import type { AppDeps } from '../app-deps.js';
import { json } from '../http/answer.js';
import { type Route, route } from '../http/route.js';
import { problem } from '../http/unwrap.js';
import { advanceSchema, nowSchema } from './rehearsal.schema.js';

const MOST_AT_ONCE = 'P20Y';
const NOT_HERE = 'The clock can be moved in a rehearsal only: npm run rehearse.';

/** Whoever asks: outside a rehearsal none of it is there. */
export const inRehearsal =
  ({ rehearsal }: Pick<AppDeps, 'rehearsal'>): RequestHandler =>
  (_req, _res, next) => {
    if (!rehearsal) throw problem('not-in-rehearsal', NOT_HERE);
    next();
  };

/** Reads and moves the simulated clock. Reading is public: it says nothing about anybody. */
export const rehearsalRoutes: readonly Route[] = [
  route({
    id: 'readSimulatedTime',
    method: 'get',
    path: '/rehearsal',
    tag: 'Rehearsal',
    summary: 'The simulated time',
    access: 'public',
    answers: { 200: json('Now', nowSchema) },
    problems: ['not-in-rehearsal'],
    handle: ({ services }) => ok({ now: services.clock.now().toISOString() }),
  }),
  route({
    id: 'advanceSimulatedTime',
    method: 'post',
    path: '/rehearsal/advance',
    tag: 'Rehearsal',
    summary: 'Move the simulated time on',
    description:
      'Answers once everything due until then has been done. A day (P1D) is 24 hours. Never back, and at most 20 years at once.',
    access: 'rehearsal.advance',
    body: advanceSchema,
    answers: { 200: json('Now', nowSchema) },
    problems: ['not-in-rehearsal'],
    async handle({ services, rehearsal, body }) {
      if (!rehearsal) return refuse('not-in-rehearsal', NOT_HERE);
      const now = services.clock.now();
      const to = new Date('to' in body ? body.to : addDuration(now.toISOString(), body.by));
      if (to < now) return badTime(`The clock does not go back: it is ${now.toISOString()} already.`);
      if (to > new Date(addDuration(now.toISOString(), MOST_AT_ONCE)))
        return badTime('At most 20 years at once.');
      return ok({ now: (await rehearsal.advance(to)).toISOString() });
    },
  }),
];

function badTime(message: string): Result<never> {
  return refuse('invalid', message, [{ pointer: '/to', message }]);
}

import type { RequestHandler } from 'express';
import { ok, refuse, refuseAt } from '../../domain/result.js';
import { addDuration } from '../../domain/time/duration.js';
import type { AppDeps } from '../app-deps.js';
import { json } from '../http/answer.js';
import { problem } from '../http/problem.js';
import { type Route, route } from '../http/route.js';
import { advanceSchema, nowSchema } from './rehearsal.schema.js';

const YEARS_AT_ONCE = 20;

/** Whoever asks: outside a rehearsal none of it is there. */
export const inRehearsal =
  ({ rehearsal }: Pick<AppDeps, 'rehearsal'>): RequestHandler =>
  (_req, _res, next) => {
    if (!rehearsal) throw problem('clock-only-in-rehearsal');
    next();
  };

/** Reads and moves the simulated clock. Reading is public: it says nothing about anybody. */
export const rehearsalRoutes: readonly Route[] = [
  route({
    id: 'readSimulatedTime',
    access: 'rehearsal.read',
    method: 'get',
    path: '/rehearsal',
    tag: 'Rehearsal',
    summary: 'The simulated time',
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
      if (!rehearsal) return refuse('clock-only-in-rehearsal');
      const now = services.clock.now();
      const to = new Date('to' in body ? body.to : addDuration(now.toISOString(), body.by));
      if (to < now) return refuseAt('/to', 'clock-goes-on-only', { now: now.toISOString() });
      if (to > new Date(addDuration(now.toISOString(), `P${YEARS_AT_ONCE}Y`)))
        return refuseAt('/to', 'clock-leap-too-far', { years: YEARS_AT_ONCE });
      return ok({ now: (await rehearsal.advance(to)).toISOString() });
    },
  }),
];

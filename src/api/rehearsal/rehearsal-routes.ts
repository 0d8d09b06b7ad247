import { Router } from 'express';
import { addDuration } from '../../domain/time/duration.js';
import type { AppDeps } from '../app-deps.js';
import { parse } from '../http/parse.js';
import { problem } from '../http/unwrap.js';
import { permitted } from '../middleware/require.js';
import { advanceSchema } from './rehearsal.schema.js';

const MOST_AT_ONCE = 'P20Y';
const NOT_HERE = 'The clock can be moved in a rehearsal only: npm run rehearse.';

/** Reads and moves the simulated clock. Reading is public: it says nothing about anybody. */
export function rehearsalRoutes({ services, rehearsal }: AppDeps): Router {
  const router = Router();
  router.use('/rehearsal', (_req, _res, next) => {
    if (!rehearsal) throw problem('not-in-rehearsal', NOT_HERE);
    next();
  });
  router.get('/rehearsal', (_req, res) => {
    res.json({ now: services.clock.now().toISOString() });
  });
  router.post('/rehearsal/advance', permitted('rehearsal.advance'), async (req, res) => {
    if (!rehearsal) throw problem('not-in-rehearsal', NOT_HERE);
    const input = parse(advanceSchema, req.body);
    const now = services.clock.now();
    const to = new Date('to' in input ? input.to : addDuration(now.toISOString(), input.by));
    if (to < now) {
      const message = `The clock does not go back: it is ${now.toISOString()} already.`;
      throw problem('invalid', message, [{ pointer: '/to', message }]);
    }
    if (to > new Date(addDuration(now.toISOString(), MOST_AT_ONCE))) {
      const message = 'At most 20 years at once.';
      throw problem('invalid', message, [{ pointer: '/to', message }]);
    }
    res.json({ now: (await rehearsal.advance(to)).toISOString() });
  });
  return router;
}

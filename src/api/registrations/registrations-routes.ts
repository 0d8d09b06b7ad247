import { Router } from 'express';
import { z } from 'zod';
import { registrationDecisionSchema, registrationSchema } from '../../domain/calls/registration.schema.js';
import type { AppDeps } from '../app-deps.js';
import { ifMatch, setVersion } from '../http/if-match.js';
import { parse, uuidParam } from '../http/parse.js';
import { unwrap } from '../http/unwrap.js';
import { permitted, signedIn } from '../middleware/require.js';
import { decideOnRegistration } from './decide-registration.js';
import { registrationEvents } from './read-registration-events.js';
import { getRegistration, listRegistrations } from './read-registrations.js';
import { register } from './register.js';
import { registrationsQuery } from './registration-view.schema.js';

/** Registrations for the calls (api.md "Calls"). */
export function registrationsRoutes({ services }: AppDeps): Router {
  const router = Router();
  router.use('/registrations', signedIn);
  router.post('/registrations', async (req, res) => {
    const input = parse(registrationSchema, req.body);
    const { view, isNew } = unwrap(await register(services, req.actor, input));
    if (isNew) res.location(view.links.self);
    setVersion(res, view.version);
    res.status(isNew ? 201 : 200).json(view);
  });
  router.get('/registrations', async (req, res) => {
    res.json(unwrap(await listRegistrations(services, req.actor, parse(registrationsQuery, req.query))));
  });
  router.get('/registrations/:id', async (req, res) => {
    parse(z.strictObject({}), req.query);
    const view = unwrap(await getRegistration(services, req.actor, uuidParam(req.params.id)));
    setVersion(res, view.version);
    res.json(view);
  });
  router.get('/registrations/:id/events', permitted('calls.registrations'), async (req, res) => {
    parse(z.strictObject({}), req.query);
    res.json(unwrap(await registrationEvents(services, req.actor, uuidParam(req.params.id))));
  });
  router.post('/registrations/:id/decisions', permitted('calls.registrations'), async (req, res) => {
    const id = uuidParam(req.params.id);
    const decision = parse(registrationDecisionSchema, req.body);
    const view = unwrap(
      await decideOnRegistration(services, req.actor, id, decision, { ifMatch: ifMatch(req) }),
    );
    setVersion(res, view.version);
    res.json(view);
  });
  return router;
}

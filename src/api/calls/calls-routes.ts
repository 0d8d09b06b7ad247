import { type Response, Router } from 'express';
import { z } from 'zod';
import type { AppDeps } from '../app-deps.js';
import { setVersion } from '../http/if-match.js';
import { pageOf } from '../http/page-of.js';
import { parse } from '../http/parse.js';
import { unwrap } from '../http/unwrap.js';
import { callsQuery } from './call-view.schema.js';
import { callCalendar, seriesCalendar } from './read-calendar.js';
import { getCall, keyOfCall, listCalls } from './read-calls.js';

const byStart = { name: 'calls', keyOf: keyOfCall, key: /^[\d-]+T[\d:.]+Z\/[a-z\d-]+$/ };
const none = z.strictObject({});

/** What anybody may know of the calls (api.md "Calls"). */
export function callsRoutes({ services }: AppDeps): Router {
  const router = Router();
  router.get('/calls', async (req, res) => {
    const query = parse(callsQuery, req.query);
    const calls = unwrap(await listCalls(services, req.actor, query));
    res.json(pageOf(calls, query, byStart));
  });
  router.get('/calls/:id', async (req, res) => {
    parse(none, req.query);
    const view = unwrap(await getCall(services, req.actor, req.params.id));
    setVersion(res, view.version);
    res.json(view);
  });
  router.get('/calls/:id/calendar.ics', async (req, res) => {
    sendCalendar(res, req.params.id, unwrap(await callCalendar(services, req.params.id)));
  });
  router.get('/series/:id/calendar.ics', async (req, res) => {
    sendCalendar(res, req.params.id, unwrap(await seriesCalendar(services, req.params.id)));
  });
  return router;
}

function sendCalendar(res: Response, name: string, file: string): void {
  res.type('text/calendar; charset=utf-8');
  res.set('Content-Disposition', `inline; filename="${name.replace(/[^a-z0-9-]/g, '')}.ics"`);
  // Made from nothing but public facts; calendars ask often.
  res.set('Cache-Control', 'public, max-age=300').send(file);
}

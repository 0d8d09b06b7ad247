import { Router } from 'express';
import { callDecisionSchema } from '../../domain/calls/call-decision.schema.js';
import type { AppDeps } from '../app-deps.js';
import { commandId } from '../http/command-id.js';
import { ifMatch, setVersion } from '../http/if-match.js';
import { parse } from '../http/parse.js';
import { unwrap } from '../http/unwrap.js';
import { permitted } from '../middleware/require.js';
import { decideOnCall } from './decide-on-call.js';
import { decideOnSeries, getSeries } from './decide-on-series.js';
import { readAttendanceBody } from './read-attendance-body.js';
import { recordAttendance } from './record-attendance.js';
import { seriesDecisionSchema } from './series-decision.schema.js';

/** What staff do with calls (api.md "Calls"). */
export function callsStaffRoutes({ services }: AppDeps): Router {
  const router = Router();
  router.post('/calls/:id/decisions', permitted('calls.decide'), async (req, res) => {
    const decision = parse(callDecisionSchema, req.body);
    const options = { commandId: commandId(req), ifMatch: ifMatch(req) };
    const view = unwrap(await decideOnCall(services, req.actor, String(req.params.id), decision, options));
    setVersion(res, view.version);
    res.json(view);
  });
  router.post('/calls/:id/attendance', permitted('calls.attendance'), async (req, res) => {
    const input = await readAttendanceBody(services, req);
    const options = { commandId: commandId(req) };
    res.json(unwrap(await recordAttendance(services, req.actor, String(req.params.id), input, options)));
  });
  router.get('/series/:id', permitted('calls.series'), async (req, res) => {
    res.json(unwrap(await getSeries(services, req.actor, String(req.params.id))));
  });
  router.post('/series/:id/decisions', permitted('calls.series'), async (req, res) => {
    const decision = parse(seriesDecisionSchema, req.body);
    const options = { commandId: commandId(req) };
    res.json(unwrap(await decideOnSeries(services, req.actor, String(req.params.id), decision, options)));
  });
  return router;
}

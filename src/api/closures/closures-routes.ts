import { Router } from 'express';
import { isoDateSchema } from '../../domain/requests/submission.schema.js';
import type { AppDeps } from '../app-deps.js';
import { pageOf, shortListQuery } from '../http/page-of.js';
import { parse } from '../http/parse.js';
import { notFound, unwrap } from '../http/unwrap.js';
import { permitted } from '../middleware/require.js';
import { type ClosureView, closureQuery, closureSchema } from './closure.schema.js';
import { enterClosure } from './enter-closure.js';
import { listClosures } from './list-closures.js';
import { removeClosure } from './remove-closure.js';

const byDate = {
  name: 'closures',
  keyOf: ({ date }: ClosureView) => date,
  key: /^\d{4}-\d\d-\d\d$/,
};

export function closuresRoutes({ services }: AppDeps): Router {
  const router = Router();
  router.get('/closures', permitted('closures.read'), async (req, res) => {
    const query = parse(shortListQuery, req.query);
    res.json(pageOf(unwrap(await listClosures(services, req.actor)), query, byDate));
  });
  router.post('/closures', permitted('closures.edit'), async (req, res) => {
    const preview = parse(closureQuery, req.query).preview === 'true';
    const input = parse(closureSchema, req.body);
    const change = unwrap(await enterClosure(services, req.actor, input, { preview }));
    if (!preview) res.location(`/api/v1/closures/${change.date}`);
    res.status(preview ? 200 : 201).json(change);
  });
  router.delete('/closures/:date', permitted('closures.edit'), async (req, res) => {
    const date = isoDateSchema.safeParse(req.params.date);
    if (!date.success) throw notFound();
    res.json(unwrap(await removeClosure(services, req.actor, date.data)));
  });
  return router;
}

import { Router } from 'express';
import { completionSchema } from '../../domain/training/completion.schema.js';
import { recordCompletion } from '../../usecases/completions/record-completion.js';
import type { AppDeps } from '../app-deps.js';
import { parse } from '../http/parse.js';
import { unwrap } from '../http/unwrap.js';
import { permitted } from '../middleware/require.js';

export function completionsRoutes({ services }: AppDeps): Router {
  const router = Router();
  router.post('/completions', permitted('completions.record'), async (req, res) => {
    const input = parse(completionSchema, req.body);
    const { created, view } = unwrap(await recordCompletion(services, req.actor, input));
    res.status(created ? 201 : 200).json(view);
  });
  return router;
}

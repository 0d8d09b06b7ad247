import { Router } from 'express';
import { z } from 'zod';
import type { AppDeps } from '../app-deps.js';
import { parse } from '../http/parse.js';
import { readServiceLevels } from './read-service-levels.js';

export function serviceLevelsRoutes({ services }: AppDeps): Router {
  const router = Router();
  router.get('/service-levels', async (req, res) => {
    parse(z.strictObject({}), req.query);
    res.json(await readServiceLevels(services));
  });
  return router;
}

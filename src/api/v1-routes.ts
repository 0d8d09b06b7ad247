import { Router } from 'express';
import type { AppDeps } from './app-deps.js';
import { idempotency } from './middleware/idempotency.js';
import { unknownAddress } from './middleware/not-found.js';
import { checkScope } from './middleware/scope.js';

/** Everything under /api: documentation, then version 1 in the order of api.md. */
export function v1Routes(deps: AppDeps): Router {
  const api = Router();
  const v1 = Router();
  v1.use(checkScope);
  v1.use(idempotency(deps.services));
  api.use('/v1', v1);
  api.use(unknownAddress);
  return api;
}

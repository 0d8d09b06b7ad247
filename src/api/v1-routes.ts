import { Router } from 'express';
import type { AppDeps } from './app-deps.js';
import { callsRoutes } from './calls/calls-routes.js';
import { callsStaffRoutes } from './calls/calls-staff-routes.js';
import { questionsRoutes } from './calls/questions/questions-routes.js';
import { closuresRoutes } from './closures/closures-routes.js';
import { completionsRoutes } from './completions/completions-routes.js';
import { deadlinesRoutes } from './deadlines/deadlines-routes.js';
import { documentsRoutes } from './documents/documents-routes.js';
import { messagesRoutes } from './messages/messages-routes.js';
import { idempotency } from './middleware/idempotency.js';
import { unknownAddress } from './middleware/not-found.js';
import { checkScope } from './middleware/scope.js';
import { operations } from './openapi/build-document.js';
import { knownMethods } from './openapi/known-methods.js';
import { openapiRoutes } from './openapi/openapi-routes.js';
import { registrationsRoutes } from './registrations/registrations-routes.js';
import { rehearsalRoutes } from './rehearsal/rehearsal-routes.js';
import { requestsRoutes } from './requests/requests-routes.js';
import { serviceLevelsRoutes } from './service-levels/service-levels-routes.js';
import { settingsRoutes } from './settings/settings-routes.js';
import { subscriptionsRoutes } from './subscriptions/subscriptions-routes.js';

/** Everything under /api: documentation, then version 1 in the order of api.md. */
export function v1Routes(deps: AppDeps): Router {
  const v1 = Router();
  v1.use(knownMethods(operations));
  v1.use(checkScope);
  v1.use(idempotency(deps.services));
  v1.use(requestsRoutes(deps));
  v1.use(documentsRoutes(deps));
  v1.use(completionsRoutes(deps));
  v1.use(deadlinesRoutes(deps));
  v1.use(closuresRoutes(deps));
  v1.use(messagesRoutes(deps));
  v1.use(callsRoutes(deps));
  v1.use(callsStaffRoutes(deps));
  v1.use(registrationsRoutes(deps));
  v1.use(questionsRoutes(deps));
  v1.use(subscriptionsRoutes(deps));
  v1.use(serviceLevelsRoutes(deps));
  v1.use(settingsRoutes(deps));
  v1.use(rehearsalRoutes(deps));

  const api = Router();
  api.use(openapiRoutes());
  api.use('/v1', v1);
  api.use(unknownAddress);
  return api;
}

import { Router } from 'express';
import { absencesRoutes } from './absences/absences-routes.js';
import { answersRoutes } from './answers/answers-routes.js';
import type { AppDeps } from './app-deps.js';
import { callsRoutes } from './calls/calls-routes.js';
import { callsStaffRoutes } from './calls/calls-staff-routes.js';
import { handoverRoutes } from './calls/handover-routes.js';
import { questionsRoutes } from './calls/questions/questions-routes.js';
import { closuresRoutes } from './closures/closures-routes.js';
import { completionsRoutes } from './completions/completions-routes.js';
import { conductRoutes } from './conduct/conduct-routes.js';
import { deadlinesRoutes } from './deadlines/deadlines-routes.js';
import { documentsRoutes } from './documents/documents-routes.js';
import { exportsRoutes } from './exports/exports-routes.js';
import { signedIn } from './http/access.js';
import { knownMethods } from './http/known-methods.js';
import { registerRoutes } from './http/register-routes.js';
import type { Route } from './http/route.js';
import { keysRoutes } from './keys/keys-routes.js';
import { mentorsRoutes } from './mentors/mentors-routes.js';
import { messagesRoutes } from './messages/messages-routes.js';
import { idempotency } from './middleware/idempotency.js';
import { unknownAddress } from './middleware/not-found.js';
import { checkScope } from './middleware/scope.js';
import { openapiRoutes } from './openapi/openapi-routes.js';
import { peopleRoutes } from './people/people-routes.js';
import { precedentsRoutes } from './precedents/precedents-routes.js';
import { privacyRoutes } from './privacy/privacy-routes.js';
import { registrationsRoutes } from './registrations/registrations-routes.js';
import { inRehearsal, rehearsalRoutes } from './rehearsal/rehearsal-routes.js';
import { releasesRoutes } from './releases/releases-routes.js';
import { requestChangesRoutes } from './requests/request-changes-routes.js';
import { requestsRoutes } from './requests/requests-routes.js';
import { serviceLevelsRoutes } from './service-levels/service-levels-routes.js';
import { settingsRoutes } from './settings/settings-routes.js';
import { staffRoutes } from './staff/staff-routes.js';
import { subscriptionsRoutes } from './subscriptions/subscriptions-routes.js';
import { wallsRoutes } from './walls/walls-routes.js';

/** Every operation of version 1, in the order of api.md: that of the document too. */
export const V1: readonly Route[] = [
  ...requestsRoutes,
  ...requestChangesRoutes,
  ...answersRoutes,
  ...documentsRoutes,
  ...completionsRoutes,
  ...peopleRoutes,
  ...privacyRoutes,
  ...conductRoutes,
  ...absencesRoutes,
  ...mentorsRoutes,
  ...precedentsRoutes,
  ...deadlinesRoutes,
  ...closuresRoutes,
  ...messagesRoutes,
  ...callsRoutes,
  ...callsStaffRoutes,
  ...registrationsRoutes,
  ...questionsRoutes,
  ...handoverRoutes,
  ...subscriptionsRoutes,
  ...serviceLevelsRoutes,
  ...wallsRoutes,
  ...keysRoutes,
  ...staffRoutes,
  ...releasesRoutes,
  ...exportsRoutes,
  ...settingsRoutes,
  ...rehearsalRoutes,
];

/** Everything under /api: documentation, then version 1. */
export function v1Routes(deps: AppDeps): Router {
  const v1 = Router();
  v1.use(knownMethods(V1));
  v1.use(checkScope);
  v1.use(idempotency(deps.services));
  v1.use('/rehearsal', inRehearsal(deps));
  registerRoutes(v1, V1, deps);
  // Of what lies below these, nobody in particular learns whether it is there.
  v1.use(
    [
      '/ta-requests',
      '/registrations',
      '/people',
      '/privacy-requests',
      '/conduct-reviews',
      '/mentors',
      '/introductions',
      '/absences',
      '/releases',
      '/exports',
      '/me',
      '/api-keys',
      '/staff',
    ],
    signedIn,
  );

  const api = Router();
  api.use(openapiRoutes(V1));
  api.use('/v1', v1);
  api.use(unknownAddress);
  return api;
}

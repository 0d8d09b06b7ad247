import { Router } from 'express';
import type { Services } from '../../../ports/services.js';
import { callRoutes } from './calls/call-routes.js';
import { closureRoutes } from './closures/closure-routes.js';
import { completionPage } from './completions/completion-page.js';
import { sendDecidePage, showDecidePage, takeRequest } from './decide/decide-page.js';
import { keyRoutes } from './keys/key-routes.js';
import { mailPage, resolveMail } from './mail/mail-page.js';
import { numbersPage } from './numbers/numbers-page.js';
import { addPersonPage, changePersonPage, listPeople } from './people/people-pages.js';
import { queuePage } from './queue/queue-page.js';
import { clockPage } from './request/clock-page.js';
import { requestPage } from './request/request-page.js';
import { requirePermission, requireStaff } from './require-staff.js';
import { settingsPage } from './settings/settings-page.js';
import { staffPaths as paths } from './staff-paths.js';

/** The staff pages; mounted at the root, all their addresses begin with `/staff`. */
export function staffRouter({ services }: { services: Services }): Router {
  const router = Router();
  router.use('/staff', requireStaff);
  router.get(paths.queue, queuePage(services));
  router.get(paths.requestPattern, requestPage(services));
  router.get(paths.clockPattern, clockPage(services));
  router.post(paths.takePattern, takeRequest(services));
  router.get(paths.decidePattern, showDecidePage(services));
  router.post(paths.decidePattern, sendDecidePage(services));
  router.use(callRoutes(services));
  router.use(closureRoutes(services));
  router.get(paths.mail, requirePermission('messages.read'), mailPage(services));
  router.post(paths.mailResolvePattern, requirePermission('messages.resolve'), resolveMail(services));
  router.get(paths.numbers, numbersPage(services));

  const admin = requirePermission('admin.users');
  router.get(paths.people, admin, listPeople(services));
  router.route(paths.personAdd).all(admin).get(addPersonPage(services)).post(addPersonPage(services));
  router
    .route(paths.personPattern)
    .all(admin)
    .get(changePersonPage(services))
    .post(changePersonPage(services));
  router.use(keyRoutes(services));

  const settings = settingsPage(services);
  router.route(paths.settings).all(requirePermission('settings.high-volume')).get(settings).post(settings);
  const completions = completionPage(services);
  router
    .route(paths.completions)
    .all(requirePermission('completions.record'))
    .get(completions)
    .post(completions);
  return router;
}

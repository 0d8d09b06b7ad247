import { type RequestHandler, Router } from 'express';
import type { Permission } from '../../../domain/people/permissions.js';
import type { AppServices } from '../../app-deps.js';
import type { FormRoutes } from '../kit/form-page.js';
import { callRoutes } from './calls/call-routes.js';
import { closureRoutes } from './closures/closure-routes.js';
import { completionPage } from './completions/completion-page.js';
import { decidePage, takePage } from './decide/decide-page.js';
import { keyRoutes } from './keys/key-routes.js';
import { mailPage } from './mail/mail-page.js';
import { numbersPage } from './numbers/numbers-page.js';
import { addPersonPage, changePersonPage, listPeople } from './people/people-pages.js';
import { queuePage } from './queue/queue-page.js';
import { clockPage } from './request/clock-page.js';
import { requestPage } from './request/request-page.js';
import { requirePermission, requireStaff } from './require-staff.js';
import { settingsPage } from './settings/settings-page.js';
import { type DeskPage, staffPaths as paths } from './staff-paths.js';

/** Pages with a form about the desk, by their names at `/staff/…`, and who may open them. */
const OF_THE_DESK: Record<DeskPage, { who: Permission; of: (services: AppServices) => FormRoutes }> = {
  completions: { who: 'completions.record', of: completionPage },
  settings: { who: 'settings.high-volume', of: settingsPage },
};

/** The staff pages; mounted at the root, all their addresses begin with `/staff`. */
export function staffRouter({ services }: { services: AppServices }): Router {
  const router = Router();
  router.use('/staff', requireStaff);
  const page = (path: string, who: RequestHandler, { show, send }: FormRoutes) =>
    router.route(path).all(who).get(show).post(send);
  router.get(paths.queue, queuePage(services));
  router.get(paths.requestPattern, requestPage(services));
  router.get(paths.clockPattern, clockPage(services));
  router.post(paths.takePattern, takePage(services).send);
  const decide = decidePage(services);
  router.route(paths.decidePattern).get(decide.show).post(decide.send);
  router.use(callRoutes(services));
  router.use(closureRoutes(services));
  const mail = mailPage(services);
  router.get(paths.mail, requirePermission('messages.read'), mail.show);
  router.post(paths.mailResolvePattern, requirePermission('messages.resolve'), mail.send);
  router.get(paths.numbers, numbersPage(services));

  const admin = requirePermission('admin.users');
  router.get(paths.people, admin, listPeople(services));
  page(paths.personAdd, admin, addPersonPage(services));
  page(paths.personPattern, admin, changePersonPage(services));
  router.use(keyRoutes(services));
  for (const name of Object.keys(OF_THE_DESK) as DeskPage[]) {
    const { who, of } = OF_THE_DESK[name];
    page(paths.desk(name), requirePermission(who), of(services));
  }
  return router;
}

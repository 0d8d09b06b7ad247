import { Router } from 'express';
import type { Permission } from '../../../domain/people/permissions.js';
import type { AppServices } from '../../app-deps.js';
import type { FormRoutes } from '../kit/form-page.js';
import { callRoutes } from './calls/call-routes.js';
import { closuresPage, previewPage, removeClosurePage } from './closures/closure-pages.js';
import { completionPage } from './completions/completion-page.js';
import { decidePage, takePage } from './decide/decide-page.js';
import { keysPage, revokeKeyPage } from './keys/key-pages.js';
import { mailPage } from './mail/mail-page.js';
import { numbersPage } from './numbers/numbers-page.js';
import { addPersonPage, changePersonPage, listPeople } from './people/people-pages.js';
import { queuePage } from './queue/queue-page.js';
import { clockPage } from './request/clock-page.js';
import { requestPage } from './request/request-page.js';
import { requirePermission, requireStaff } from './require-staff.js';
import { settingsPage } from './settings/settings-page.js';
import { type DeskPage, staffPaths as paths } from './staff-paths.js';

interface Row {
  /** Left out: all of the staff. */
  who?: Permission;
  /** Where fewer may send than may look. */
  sends?: Permission;
  of: (services: AppServices) => Partial<FormRoutes>;
}

/** Pages about the desk and what it has, by their addresses below `/staff/`, and who may open them. */
const OF_THE_DESK: Record<DeskPage, Row> = {
  closures: { who: 'closures.read', sends: 'closures.edit', of: closuresPage },
  'closures/preview': { who: 'closures.edit', of: (services) => sendOnly(previewPage(services)) },
  'closures/:date/remove': { who: 'closures.edit', of: removeClosurePage },
  mail: { who: 'messages.read', of: (services) => ({ show: mailPage(services).show }) },
  'mail/:id/resolve': { who: 'messages.resolve', of: (services) => sendOnly(mailPage(services)) },
  completions: { who: 'completions.record', of: completionPage },
  numbers: { of: (services) => ({ show: numbersPage(services) }) },
  people: { who: 'admin.users', of: (services) => ({ show: listPeople(services) }) },
  'people/add': { who: 'admin.users', of: addPersonPage },
  'people/:id': { who: 'admin.users', of: changePersonPage },
  keys: { who: 'admin.keys', of: keysPage },
  'keys/:id/revoke': { who: 'admin.keys', of: (services) => sendOnly(revokeKeyPage(services)) },
  settings: { who: 'settings.high-volume', of: settingsPage },
};

/** Of a button elsewhere. */
const sendOnly = ({ send }: FormRoutes) => ({ send });

/** The staff pages; mounted at the root, all their addresses begin with `/staff`. */
export function staffRouter({ services }: { services: AppServices }): Router {
  const router = Router();
  router.use('/staff', requireStaff);
  router.get(paths.queue, queuePage(services));
  router.get(paths.requestPattern, requestPage(services));
  router.get(paths.clockPattern, clockPage(services));
  router.post(paths.takePattern, takePage(services).send);
  const decide = decidePage(services);
  router.route(paths.decidePattern).get(decide.show).post(decide.send);
  router.use(callRoutes(services));
  for (const name of Object.keys(OF_THE_DESK) as DeskPage[]) {
    const { who, sends = who, of } = OF_THE_DESK[name];
    const { show, send } = of(services);
    const permitted = (permission?: Permission) => (permission ? [requirePermission(permission)] : []);
    if (show) router.get(`/staff/${name}`, ...permitted(who), show);
    if (send) router.post(`/staff/${name}`, ...permitted(sends), send);
  }
  return router;
}

import { Router } from 'express';
import type { AppServices } from '../../app-deps.js';
import { requireFresh } from '../../auth/sign-in-state.js';
import { otherMethods } from './other-methods.js';
import { addPages } from './page-table.js';
import { requireStaff } from './require-staff.js';
import { STAFF_PAGES } from './staff-pages.js';

/** The staff pages; mounted at the root, all their addresses begin with `/staff`. */
export function staffRouter({ services }: { services: AppServices }): Router {
  const router = Router();
  router.use('/staff', requireStaff);
  addPages(router, '/staff', STAFF_PAGES, services, requireFresh({ services }));
  router.use(otherMethods(router));
  return router;
}

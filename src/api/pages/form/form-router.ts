import { type RequestHandler, Router } from 'express';
import type { AppDeps } from '../../app-deps.js';
import type { KnownAddresses } from '../../auth/known-addresses.js';
import { paths } from '../../paths.js';
import { checkPage } from './check-page.js';
import { confirmFormPage } from './confirm/confirm-page.js';
import type { DraftStore } from './draft-store.js';
import { elsewherePage } from './elsewhere-page.js';
import { filesPage } from './files-page.js';
import { foundPage } from './found-page.js';
import { refuseBeforeForm } from './no-assistance.js';
import { noticeHandlers } from './notice-handlers.js';
import { sentPage } from './sent-page.js';
import { signInAgain } from './sign-in-again.js';
import { startPage } from './start-page.js';
import { stepPage } from './step-page.js';
import { FORM_STEPS } from './steps.js';
import { whichCallPage } from './which-call-page.js';

/** The way from the door to a sent request. */
export function formRouter(deps: AppDeps, drafts: DraftStore, addresses: KnownAddresses): Router {
  const router = Router();
  const page = (path: string, { show, send }: { show: RequestHandler; send: RequestHandler }) => {
    router.get(path, show);
    router.post(path, send);
  };
  const steps = [paths.form.start, ...FORM_STEPS.map(({ id }) => paths.form[id]), paths.form.check];
  router.use(steps, refuseBeforeForm(deps.services));
  router.get(steps.slice(1), signInAgain(drafts));
  page(paths.form.start, startPage(deps, drafts));
  router.get(paths.whichCall, whichCallPage(deps));

  for (const step of FORM_STEPS) {
    const isFiles = step.id === 'files';
    page(paths.form[step.id], isFiles ? filesPage(deps, drafts) : stepPage(step, deps, drafts));
  }

  const notices = noticeHandlers(deps, drafts);
  router.get(paths.form.identifiers, notices.identifiers);
  router.get(paths.form.notReviewed, notices.notReviewed);
  router.get(paths.form.courtDateSoon, notices.courtDateSoon);

  router.get(paths.form.courtDateAim, notices.courtDateAim);

  page(paths.form.elsewhere, elsewherePage(deps, drafts, addresses));
  page(paths.form.found(':token'), foundPage(deps, drafts, addresses));
  page(paths.form.check, checkPage(deps, drafts, addresses));
  page(paths.form.sent, sentPage(deps, drafts, addresses));
  page(paths.form.confirm(':token'), confirmFormPage(deps, drafts, addresses));
  return router;
}

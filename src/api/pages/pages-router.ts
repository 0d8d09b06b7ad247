import { Router } from 'express';
import type { AppDeps } from '../app-deps.js';
import { createKnownAddresses } from '../auth/known-addresses.js';
import { keptFormPages } from '../kept-forms/kept-form-pages.js';
import { callsRouter } from './calls/calls-router.js';
import { createDraftStore } from './form/draft-store.js';
import { formRouter } from './form/form-router.js';
import { mailboxIsOpen, mailboxRouter } from './mailbox/mailbox-router.js';
import { publicRouter } from './public/public-router.js';
import { rehearsalRouter } from './rehearsal/rehearsal-router.js';
import { requesterRouter } from './requester/requester-router.js';
import { signInRouter } from './sign-in/sign-in-router.js';
import { staffRouter } from './staff/staff-router.js';

/** Every page a person sees. */
export function pagesRouter(deps: AppDeps): Router {
  const router = Router();
  const drafts = createDraftStore(deps.services, deps.config);
  const addresses = createKnownAddresses(deps.config);
  const mailboxOpen = mailboxIsOpen(deps);
  router.use((_req, res, next) => {
    res.locals.mailboxOpen = mailboxOpen;
    next();
  });
  router.use(keptFormPages(deps));
  if (deps.rehearsal) router.use(rehearsalRouter(deps, deps.rehearsal));
  router.use(publicRouter(deps, drafts, addresses));
  router.use(formRouter(deps, drafts, addresses));
  router.use(signInRouter(deps, addresses));
  router.use(callsRouter(deps, drafts));
  router.use(requesterRouter(deps, addresses));
  if (mailboxOpen) router.use(mailboxRouter(deps));
  router.use(staffRouter(deps));
  return router;
}

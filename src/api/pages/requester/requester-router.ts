import { type RequestHandler, Router } from 'express';
import type { AppDeps } from '../../app-deps.js';
import type { KnownAddresses } from '../../auth/known-addresses.js';
import { paths } from '../../paths.js';
import { requirePerson } from '../parts/require-person.js';
import { answerPage } from './answer-page.js';
import { courtDatePage } from './court-date-page.js';
import { documentPage } from './document-page.js';
import { letterPage } from './letter-page.js';
import { listPage } from './list-page.js';
import { removeDocumentPage } from './remove-document-page.js';
import { requestPages } from './request-page.js';
import { supervisorPage } from './supervisor-page.js';
import { withdrawPage } from './withdraw-page.js';

/** Pages of people who asked, and of those who supervise them. */
export function requesterRouter(deps: AppDeps, addresses: KnownAddresses): Router {
  const router = Router();
  const page = (path: string, { show, send }: Record<'show' | 'send', RequestHandler>) => {
    router.get(path, show);
    router.post(path, send);
  };
  page(paths.supervisor(':token'), supervisorPage(deps, addresses));

  router.use('/my', requirePerson);
  const request = requestPages(deps);
  router.get(paths.myRequests, listPage(deps));
  router.get(paths.myRequest(':id'), request.show);
  router.get(paths.myRequestSent(':id'), request.sent);
  router.get(paths.myClock(':id'), request.clock);
  router.get(paths.myResponse(':id'), request.response);

  page(paths.myAnswer(':id'), answerPage(deps));
  page(paths.myCourtDate(':id'), courtDatePage(deps));
  page(paths.myMessage(':id'), letterPage(deps, 'message'));
  page(paths.myReopening(':id'), letterPage(deps, 'reopening'));
  page(paths.myWithdrawal(':id'), withdrawPage(deps));
  page(paths.myDocuments(':id'), documentPage(deps));
  page(paths.myDocumentRemoval(':id', ':document'), removeDocumentPage(deps));
  return router;
}

import { Router } from 'express';
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
  const supervisor = supervisorPage(deps, addresses);
  router.get(paths.supervisor(':token'), supervisor.show);
  router.post(paths.supervisor(':token'), supervisor.answer);

  router.use('/my', requirePerson);
  const request = requestPages(deps);
  router.get(paths.myRequests, listPage(deps));
  router.get(paths.myRequest(':id'), request.show);
  router.get(paths.myRequestSent(':id'), request.sent);
  router.get(paths.myClock(':id'), request.clock);
  router.get(paths.myResponse(':id'), request.response);

  const answer = answerPage(deps);
  router.get(paths.myAnswer(':id'), answer.show);
  router.post(paths.myAnswer(':id'), answer.send);
  const courtDate = courtDatePage(deps);
  router.get(paths.myCourtDate(':id'), courtDate.show);
  router.post(paths.myCourtDate(':id'), courtDate.send);
  const message = letterPage(deps, 'message');
  router.get(paths.myMessage(':id'), message.show);
  router.post(paths.myMessage(':id'), message.send);
  const reopening = letterPage(deps, 'reopening');
  router.get(paths.myReopening(':id'), reopening.show);
  router.post(paths.myReopening(':id'), reopening.send);
  const withdraw = withdrawPage(deps);
  router.get(paths.myWithdrawal(':id'), withdraw.show);
  router.post(paths.myWithdrawal(':id'), withdraw.send);
  const document = documentPage(deps);
  router.get(paths.myDocuments(':id'), document.show);
  router.post(paths.myDocuments(':id'), document.send);
  const removal = removeDocumentPage(deps);
  router.get(paths.myDocumentRemoval(':id', ':document'), removal.show);
  router.post(paths.myDocumentRemoval(':id', ':document'), removal.send);
  return router;
}

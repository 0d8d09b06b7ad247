import { type RequestHandler, Router } from 'express';
import type { AppDeps } from '../../app-deps.js';
import { paths } from '../../paths.js';
import type { DraftStore } from '../form/draft-store.js';
import { requirePerson } from '../parts/require-person.js';
import { askPage, editPage } from './ask-page.js';
import { calendarPage } from './calendar-page.js';
import { callPage } from './call-page.js';
import { handOverPage } from './hand-over-page.js';
import { moveQuestionPage } from './move-question-page.js';
import { myCallsPage } from './my-calls-page.js';
import { pollPage } from './poll-page.js';
import { registerPage } from './register-page.js';
import { preferencePage, subscribePage } from './subscribe-page.js';
import { confirmPage, subscribeSentPage, unsubscribePage } from './subscription-links.js';
import { withdrawQuestionPage } from './withdraw-question-page.js';

/** The calls, for everybody and for those who take part. */
export function callsRouter(deps: AppDeps, drafts: DraftStore): Router {
  const router = Router();
  const page = (path: string, { show, send }: { show: RequestHandler; send: RequestHandler }) => {
    router.get(path, show);
    router.post(path, send);
  };

  router.get(paths.calls, calendarPage(deps));
  page(paths.callRegister(':series'), registerPage(deps));
  router.get(paths.call(':id'), callPage(deps));
  router.use(paths.callAsk(':id'), requirePerson);
  page(paths.callAsk(':id'), askPage(deps, drafts));
  const poll = pollPage(deps);
  page(paths.callPoll(':id'), poll);
  page(paths.callPollByMail(':id', ':token'), poll);

  page(paths.subscribe, subscribePage(deps));
  router.get(paths.subscribeSent, subscribeSentPage);
  page(paths.subscribeConfirm(':token'), confirmPage(deps));
  page(paths.unsubscribe(':token'), unsubscribePage(deps));

  const handOver = handOverPage(deps);
  page(paths.handover(':token'), handOver);
  router.use([paths.myCalls, paths.mySubscription], requirePerson);
  router.get(paths.myCalls, myCallsPage(deps));
  page(paths.mySubscription, preferencePage(deps));
  page(paths.myQuestion(':call', ':id'), editPage(deps));
  page(paths.myQuestionWithdrawal(':call', ':id'), withdrawQuestionPage(deps));
  page(paths.myQuestionMove(':call', ':id'), moveQuestionPage(deps));
  page(paths.myQuestionRequest(':call', ':id'), handOver);
  return router;
}

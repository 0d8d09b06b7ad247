import { Router } from 'express';
import type { AppDeps } from '../../app-deps.js';
import { type CallPage, type MyQuestionPage, paths } from '../../paths.js';
import type { DraftStore } from '../form/draft-store.js';
import type { FormRoutes } from '../kit/form-page.js';
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

/** Pages about a call, by their addresses below `/calls/:id/`. */
const ABOUT_A_CALL: Record<CallPage, (deps: AppDeps, drafts: DraftStore) => FormRoutes> = {
  ask: askPage,
  poll: pollPage,
  'poll/:token': pollPage,
};

/** Pages about a question of one's own, by their addresses below `/my/calls/:call/questions/:id/`. */
const ABOUT_A_QUESTION: Record<MyQuestionPage, (deps: AppDeps) => FormRoutes> = {
  withdraw: withdrawQuestionPage,
  move: moveQuestionPage,
  request: handOverPage,
};

/** The calls, for everybody and for those who take part. */
export function callsRouter(deps: AppDeps, drafts: DraftStore): Router {
  const router = Router();
  const page = (path: string, { show, send }: FormRoutes) => router.route(path).get(show).post(send);

  router.get(paths.calls, calendarPage(deps));
  page(paths.callRegister(':series'), registerPage(deps));
  router.get(paths.call(':id'), callPage(deps));
  // Only who is known asks; the poll is for whoever has its link, too.
  router.use(paths.callPage('ask', ':id'), requirePerson);
  for (const [address, of] of Object.entries(ABOUT_A_CALL))
    page(`${paths.call(':id')}/${address}`, of(deps, drafts));

  page(paths.subscribe, subscribePage(deps));
  router.get(paths.subscribeSent, subscribeSentPage);
  page(paths.subscribeConfirm(':token'), confirmPage(deps));
  page(paths.unsubscribe(':token'), unsubscribePage(deps));

  page(paths.handover(':token'), handOverPage(deps));
  router.use([paths.myCalls, paths.mySubscription], requirePerson);
  router.get(paths.myCalls, myCallsPage(deps));
  page(paths.mySubscription, preferencePage(deps));
  page(paths.myQuestion(':call', ':id'), editPage(deps));
  for (const [address, of] of Object.entries(ABOUT_A_QUESTION)) {
    page(`${paths.myQuestion(':call', ':id')}/${address}`, of(deps));
  }
  return router;
}

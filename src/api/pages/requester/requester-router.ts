import { Router } from 'express';
import type { AppDeps } from '../../app-deps.js';
import type { KnownAddresses } from '../../auth/known-addresses.js';
import { requireFresh } from '../../auth/sign-in-state.js';
import { type MyRequestPage, paths } from '../../paths.js';
import type { FormRoutes } from '../kit/form-page.js';
import { introductionPage } from '../mentoring/introduction-page.js';
import { mentorPage } from '../mentoring/mentor-page.js';
import { requirePerson } from '../parts/require-person.js';
import { addressesPage, proveAddressPage } from './addresses-page.js';
import { answerPage } from './answer-page.js';
import { courtDatePage } from './court-date-page.js';
import { documentPage } from './document-page.js';
import { feedbackPage } from './feedback-page.js';
import { letterPage } from './letter-page.js';
import { listPage } from './list-page.js';
import { nameSupervisorPage } from './name-supervisor-page.js';
import { noticePage } from './notice-page.js';
import { ownReleasePage } from './own-release-page.js';
import { confirmPrivacyPage, copyDownload, privacyPage } from './privacy-page.js';
import { removeDocumentPage } from './remove-document-page.js';
import { requestPages } from './request-page.js';
import { responsePage } from './response-page.js';
import { sharingPage } from './sharing-page.js';
import { supervisorPage } from './supervisor-page.js';
import { withdrawPage } from './withdraw-page.js';
import { attachWorksheetPage } from './worksheets/attach-worksheet-page.js';
import { eraseWorksheetPage } from './worksheets/erase-worksheet-page.js';
import { sendWorksheet } from './worksheets/send-worksheet.js';
import { worksheetPage } from './worksheets/worksheet-page.js';
import { worksheetsPage } from './worksheets/worksheets-page.js';

/** Pages with a form about a request, by their names at `/my/requests/:id/…`. */
const ABOUT_A_REQUEST: Record<MyRequestPage, (deps: AppDeps) => FormRoutes> = {
  answer: answerPage,
  'court-date': courtDatePage,
  message: (deps) => letterPage(deps, 'message'),
  'follow-up': (deps) => letterPage(deps, 'follow-up'),
  feedback: feedbackPage,
  reopening: (deps) => letterPage(deps, 'reopening'),
  withdraw: withdrawPage,
  documents: documentPage,
  supervisor: nameSupervisorPage,
};

/** Pages of people who asked, and of those who supervise them. */
export function requesterRouter(deps: AppDeps, addresses: KnownAddresses): Router {
  const router = Router();
  const page = (path: string, { show, send }: FormRoutes) => router.route(path).get(show).post(send);
  page(paths.supervisor(':token'), supervisorPage(deps, addresses));
  page(paths.introduction(':token'), introductionPage(deps, addresses));
  page(paths.mentoring(':token'), mentorPage(deps, addresses));

  router.use('/my', requirePerson);
  const request = requestPages(deps);
  router.get(paths.myRequests, listPage(deps));
  router.get(paths.myRequest(':id'), request.show);
  router.get(paths.myRequestSent(':id'), request.sent);
  router.get(paths.myClock(':id'), request.clock);
  router.get(paths.myResponse(':id'), responsePage(deps));
  router.get(paths.mySharing(':id'), sharingPage(deps));
  page(paths.myRelease(':id', ':release'), ownReleasePage(deps));
  for (const name of Object.keys(ABOUT_A_REQUEST) as MyRequestPage[]) {
    page(paths.myRequestPage(':id', name), ABOUT_A_REQUEST[name](deps));
  }
  page(paths.myNotice(':id'), noticePage(deps));
  page(paths.myIntroduction(':id'), introductionPage(deps, null));
  page(paths.myMentoring, mentorPage(deps, null));
  page(paths.myWorksheets, worksheetsPage(deps));
  page(paths.myWorksheet(':id'), worksheetPage(deps));
  router.get(paths.myWorksheetPdf(':id'), sendWorksheet(deps));
  page(paths.myWorksheetAttaching(':id'), attachWorksheetPage(deps));
  page(paths.myWorksheetErasure(':id'), eraseWorksheetPage(deps));
  // Whoever has an address signs in by it.
  router.post(paths.myAddresses, requireFresh(deps));
  page(paths.myData, privacyPage(deps));
  page(paths.myDataConfirm(':token'), confirmPrivacyPage(deps));
  router.get(paths.myDataPdf(':id'), copyDownload(deps, 'pdf'));
  router.get(paths.myDataJson(':id'), copyDownload(deps, 'json'));
  page(paths.myAddresses, addressesPage(deps));
  page(paths.myAddressProof(':token'), proveAddressPage(deps));
  page(paths.myDocumentRemoval(':id', ':document'), removeDocumentPage(deps));
  return router;
}

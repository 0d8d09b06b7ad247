import { confirmationText } from './pages/confirmation.js';
import { formText } from './pages/form.js';
import { fromCallText } from './pages/from-call.js';
import { aboutRequestText } from './pages/requester/about-request.js';
import { addressesText } from './pages/requester/addresses.js';
import { tooLateText } from './pages/requester/letters.js';
import { mentoringText } from './pages/requester/mentoring.js';
import { noticeText } from './pages/requester/notice.js';
import { privacyText } from './pages/requester/privacy.js';
import { requestText } from './pages/requester/request.js';
import { NEXT_FOR_SUPERVISOR, NEXT_SENTENCES } from './pages/requester/whats-next.js';
import { worksheetText } from './pages/requester/worksheets.js';
import { mySharingText } from './pages/sharing.js';
import { waysOnText } from './pages/ways-on.js';
import { whichCallText } from './pages/which-call.js';
import { EVENTS } from './requests/collected.js';

/** Pages of requesters and of their supervisors: the request form, and what became of it. */
export const requesterTexts = {
  form: formText,
  whichCall: whichCallText,
  confirmation: confirmationText,
  request: requestText,
  aboutRequest: aboutRequestText,
  addresses: addressesText,
  notice: noticeText,
  sharing: mySharingText,
  mentoring: mentoringText,
  privacy: privacyText,
  worksheets: worksheetText,
  tooLate: tooLateText,
  events: EVENTS.outside,
  fromCall: fromCallText,
  waysOn: waysOnText,
  whatsNext: NEXT_SENTENCES,
  whatsNextForSupervisor: NEXT_FOR_SUPERVISOR,
};

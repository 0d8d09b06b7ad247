import { contactTroubleText, whyNot } from './pages/contact-troubles.js';
import { heldUpText, heldUpTitle } from './pages/held-up.js';
import { commonText, DATE_HINT, roleLabels, staffNav, statusLabels } from './pages/staff.js';
import {
  closuresText,
  completionsText,
  keysText,
  mailKinds,
  mailText,
  numbersText,
  peopleText,
  settingsText,
} from './pages/staff-admin.js';
import {
  decisionText,
  draftReaders,
  fieldText,
  policyLabels,
  readersText,
  redirectionLabels,
} from './pages/staff-decisions.js';
import { dueText } from './pages/staff-due.js';
import {
  courtDates,
  EVENT_SENTENCES,
  eventFallbacks,
  policyName,
  redirectionName,
} from './pages/staff-events.js';
import { nextLong, nextText, queueText } from './pages/staff-queue.js';
import { requestText } from './pages/staff-request.js';
import { staffCallTexts } from './staff-calls.js';

/** Pages of staff. */
export const staffTexts = {
  common: commonText,
  nav: staffNav,
  roles: roleLabels,
  statuses: statusLabels,
  dateHint: DATE_HINT,
  queue: queueText,
  next: nextText,
  nextLong,
  request: requestText,
  due: dueText,
  events: EVENT_SENTENCES,
  eventFallbacks,
  courtDates,
  policyName,
  redirectionName,
  heldUp: heldUpText,
  heldUpTitle,
  decisions: decisionText,
  decisionFields: fieldText,
  readers: readersText,
  draftReaders,
  redirections: redirectionLabels,
  policies: policyLabels,
  calls: staffCallTexts,
  people: peopleText,
  keys: keysText,
  closures: closuresText,
  mail: mailText,
  mailKinds,
  contactTroubles: contactTroubleText,
  whyNotTold: whyNot,
  settings: settingsText,
  completions: completionsText,
  numbers: numbersText,
};

import { heldUpText, heldUpTitle } from './pages/held-up.js';
import { closuresText } from './pages/staff/closures.js';
import { commonText, roleLabels, staffNav } from './pages/staff/common.js';
import { completionsText } from './pages/staff/completions.js';
import { contactTroubleText, whyNot } from './pages/staff/contact-troubles.js';
import { dueText } from './pages/staff/due.js';
import { courtDates, eventFallbacks } from './pages/staff/events.js';
import { keysText } from './pages/staff/keys.js';
import { mailKinds, mailText } from './pages/staff/mail.js';
import { numbersText } from './pages/staff/numbers.js';
import { peopleText } from './pages/staff/people.js';
import { nextLong, nextText, queueText } from './pages/staff/queue.js';
import { requestText } from './pages/staff/request.js';
import { settingsText } from './pages/staff/settings.js';
import { DECISION_TEXTS, EVENTS, STATUSES, WAIT_STEPS } from './requests/collected.js';
import { draftReaders, readersText } from './requests/readers.js';
import { staffCallTexts } from './staff-calls.js';

/** Pages of staff. */
export const staffTexts = {
  common: commonText,
  nav: staffNav,
  roles: roleLabels,
  statuses: STATUSES.staff,
  queue: queueText,
  next: nextText,
  nextLong,
  waiting: WAIT_STEPS,
  request: requestText,
  due: dueText,
  events: EVENTS.staff,
  eventFallbacks,
  courtDates,
  heldUp: heldUpText,
  heldUpTitle,
  decisions: DECISION_TEXTS,
  readers: readersText,
  draftReaders,
  calls: staffCallTexts,
  people: peopleText,
  keys: keysText,
  closures: closuresText,
  mail: mailText,
  mailKinds,
  contactTroubles: contactTroubleText,
  whyNotTold: whyNot,
  /** Pages with a form about the desk. A page has the name of its words as its address: `staffPaths.desk('settings')`. */
  desk: { settings: settingsText, completions: completionsText },
  numbers: numbersText,
};

import { heldUpText, heldUpTitle } from './pages/held-up.js';
import { releasesTexts, sharingText } from './pages/sharing.js';
import { answerText } from './pages/staff/answer.js';
import { assignText } from './pages/staff/assign.js';
import { absenceMailKinds, awayTexts } from './pages/staff/away.js';
import { closuresTexts } from './pages/staff/closures.js';
import { commonText, roleLabels, staffNav, staffNavMore } from './pages/staff/common.js';
import { completionsText } from './pages/staff/completions.js';
import { conductMailKinds, conductTexts } from './pages/staff/conduct.js';
import { contactTroubleText, whyNot } from './pages/staff/contact-troubles.js';
import { dueText } from './pages/staff/due.js';
import { erasuresTexts } from './pages/staff/erasures.js';
import { courtDates, eventFallbacks } from './pages/staff/events.js';
import { keysTexts } from './pages/staff/keys.js';
import { knownBeforeText } from './pages/staff/known-before.js';
import { mailKinds, mailTexts } from './pages/staff/mail.js';
import { mentorMailKinds, mentorsTexts } from './pages/staff/mentors.js';
import { numbersText } from './pages/staff/numbers.js';
import { organizationText } from './pages/staff/organization.js';
import { peopleTexts } from './pages/staff/people.js';
import { personText } from './pages/staff/person.js';
import { precedentsTexts } from './pages/staff/precedents.js';
import { privacyTexts } from './pages/staff/privacy.js';
import { nextLong, nextText, queueText } from './pages/staff/queue.js';
import { requestText } from './pages/staff/request.js';
import { securityText } from './pages/staff/security.js';
import { settingsText } from './pages/staff/settings.js';
import { viewsTexts } from './pages/staff/views.js';
import { wallsTexts } from './pages/staff/walls.js';
import { workloadTexts } from './pages/staff/workload.js';
import { DECISION_TEXTS, EVENTS, STATUSES, WAIT_STEPS } from './requests/collected.js';
import { draftReaders, readersText } from './requests/readers.js';
import { staffCallsDesk, staffCallTexts } from './staff-calls.js';

/** Pages of staff. */
export const staffTexts = {
  common: commonText,
  nav: staffNav,
  more: staffNavMore,
  roles: roleLabels,
  statuses: STATUSES.staff,
  queue: queueText,
  next: nextText,
  nextLong,
  waiting: WAIT_STEPS,
  request: requestText,
  knownBefore: knownBeforeText,
  due: dueText,
  events: EVENTS.staff,
  eventFallbacks,
  courtDates,
  heldUp: heldUpText,
  heldUpTitle,
  decisions: DECISION_TEXTS,
  answer: answerText,
  readers: readersText,
  draftReaders,
  calls: staffCallTexts,
  mailKinds: { ...mailKinds, ...conductMailKinds, ...absenceMailKinds, ...mentorMailKinds },
  sharing: sharingText,
  contactTroubles: contactTroubleText,
  whyNotTold: whyNot,
  /** Pages about the desk and what it has. A page has the name of its words as its address: `staffPaths.desk('people/:id', id)`. */
  desk: {
    ...staffCallsDesk,
    ...closuresTexts,
    ...mailTexts,
    'requesters/:id': personText,
    'organizations/:id': organizationText,
    ...peopleTexts,
    ...keysTexts,
    ...conductTexts,
    ...mentorsTexts,
    ...precedentsTexts,
    completions: completionsText,
    settings: settingsText,
    security: securityText,
    numbers: numbersText,
    ...workloadTexts,
    ...awayTexts,
    ...erasuresTexts,
    ...privacyTexts,
    assign: assignText,
    ...viewsTexts,
    ...wallsTexts,
    ...releasesTexts,
  },
};

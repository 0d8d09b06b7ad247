import { attendanceText } from './pages/staff-calls/attendance.js';
import { boardText } from './pages/staff-calls/board.js';
import { callMailKinds, callPageText } from './pages/staff-calls/call-page.js';
import { callEvents, callStatuses, cancelReasons, nextSteps } from './pages/staff-calls/call-words.js';
import { callDecisionText, callFieldText } from './pages/staff-calls/decide-call.js';
import { liveText } from './pages/staff-calls/live.js';
import { questionText } from './pages/staff-calls/question.js';
import {
  registrationReasons,
  registrationStatuses,
  registrationsText,
} from './pages/staff-calls/registrations.js';
import {
  questionAboutLabels,
  questionStatuses,
  questionsText,
  timeLeftWords,
} from './pages/staff-calls/selection-board.js';
import { seriesText } from './pages/staff-calls/series.js';

/** Pages about the calls and who is registered for them, by their addresses at `/staff/…`. */
export const staffCallsDesk = {
  calls: boardText,
  'calls/series/:series': seriesText,
  registrations: registrationsText,
  'registrations/:id': registrationsText,
};

/** Pages of staff about calls. */
export const staffCallTexts = {
  callPage: callPageText,
  /** Pages about a call have the names of their words as addresses: `staffPaths.aboutCall('live', id)`. */
  aboutCall: {
    questions: questionsText,
    'questions/:question': questionText,
    agenda: questionsText,
    live: liveText,
    attendance: attendanceText,
    'attendance/:attendee': attendanceText,
  },
  statuses: callStatuses,
  cancelReasons,
  nextSteps,
  events: callEvents,
  decisions: callDecisionText,
  decisionFields: callFieldText,
  mailKinds: callMailKinds,
  questionAbout: questionAboutLabels,
  questionStatuses,
  timeLeft: timeLeftWords,
  registrationStatuses,
  registrationReasons,
};

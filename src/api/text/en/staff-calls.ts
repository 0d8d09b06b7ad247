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

/** Pages of staff about calls. */
export const staffCallTexts = {
  board: boardText,
  callPage: callPageText,
  statuses: callStatuses,
  cancelReasons,
  nextSteps,
  events: callEvents,
  decisions: callDecisionText,
  decisionFields: callFieldText,
  mailKinds: callMailKinds,
  live: liveText,
  question: questionText,
  questions: questionsText,
  questionAbout: questionAboutLabels,
  questionStatuses,
  timeLeft: timeLeftWords,
  attendance: attendanceText,
  registrations: registrationsText,
  registrationStatuses,
  registrationReasons,
  series: seriesText,
};

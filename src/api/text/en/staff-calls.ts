import { attendanceText } from '../staff-calls/attendance.js';
import { boardText } from '../staff-calls/board.js';
import {
  callEvents,
  callStatuses,
  cancelReasons,
  eventDetails,
  nextSteps,
} from '../staff-calls/call-words.js';
import { callDecisionText, callFieldText } from '../staff-calls/decide-call.js';
import { liveText } from '../staff-calls/live.js';
import { questionText } from '../staff-calls/question.js';
import {
  registrationReasons,
  registrationStatuses,
  registrationsText,
} from '../staff-calls/registrations.js';
import { callMailKinds, roomText } from '../staff-calls/room.js';
import {
  questionAboutLabels,
  questionStatuses,
  questionsText,
  timeLeftWords,
} from '../staff-calls/selection-board.js';
import { seriesText } from '../staff-calls/series.js';

/** Pages of staff about calls. */
export const staffCallTexts = {
  board: boardText,
  room: roomText,
  statuses: callStatuses,
  cancelReasons,
  nextSteps,
  events: callEvents,
  eventDetails,
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

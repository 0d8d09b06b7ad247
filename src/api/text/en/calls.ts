import { callsText, callWords } from './pages/calls/calls.js';
import { handoverText, moveText, myCallsText, pollText } from './pages/calls/my-calls.js';
import { notAskedText, waysFromQuestionText } from './pages/calls/not-asked.js';
import { questionStatusText } from './pages/calls/question-statuses.js';
import { questionText } from './pages/calls/questions.js';
import {
  registrationReasonText,
  registrationStatusText,
  registrationText,
} from './pages/calls/registration.js';
import { subscriptionText, whatComes } from './pages/calls/subscription.js';
import { zoneText } from './pages/calls/zones.js';

/** Pages of the calls, for whoever joins them. */
export const callTexts = {
  calls: callsText,
  zones: zoneText,
  callWords,
  question: questionText,
  questionStatuses: questionStatusText,
  notAsked: notAskedText,
  waysFromQuestion: waysFromQuestionText,
  registration: registrationText,
  registrationStatuses: registrationStatusText,
  registrationReasons: registrationReasonText,
  mine: myCallsText,
  handover: handoverText,
  move: moveText,
  poll: pollText,
  subscription: subscriptionText,
  whatComes,
};

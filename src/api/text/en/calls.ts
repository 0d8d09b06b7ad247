import { questionStatusText, questionText, refusalText, WRITE } from './pages/call-questions.js';
import {
  registrationReasonText,
  registrationStatusText,
  registrationText,
} from './pages/call-registration.js';
import { callsText, callWords } from './pages/calls.js';
import { handoverText, moveText, myCallsText, pollText } from './pages/my-calls.js';
import { subscriptionText, whatComes } from './pages/subscription.js';

/** Pages of the calls, for whoever joins them. */
export const callTexts = {
  calls: callsText,
  callWords,
  question: questionText,
  questionStatuses: questionStatusText,
  /** Why a question can't be asked, and what helps instead. */
  notAsked: refusalText,
  inWriting: WRITE,
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

import { callsText, callWords } from './pages/calls/calls.js';
import { handoverText, moveText, myCallsText, pollText } from './pages/calls/my-calls.js';
import { questionStatusText, questionText, refusalText, WRITE } from './pages/calls/questions.js';
import {
  registrationReasonText,
  registrationStatusText,
  registrationText,
} from './pages/calls/registration.js';
import { subscriptionText, whatComes } from './pages/calls/subscription.js';

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

import { callsText, callWords } from './pages/calls/calls.js';
import { handoverText, moveText, myCallsText, pollText } from './pages/calls/my-calls.js';
import { notAskedText, waysFromQuestionText } from './pages/calls/not-asked.js';
import { questionStatusText } from './pages/calls/question-statuses.js';
import { questionText, withdrawText } from './pages/calls/questions.js';
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
  /** Pages about a call have the names of their words as addresses: `paths.callPage('ask', id)`. */
  aboutCall: { ask: questionText, poll: pollText, 'poll/:token': pollText },
  /** And pages about a question of one's own: `paths.myQuestionPage('move', call, id)`. */
  aboutQuestion: { withdraw: withdrawText, move: moveText, request: handoverText },
  zones: zoneText,
  callWords,
  questionStatuses: questionStatusText,
  notAsked: notAskedText,
  waysFromQuestion: waysFromQuestionText,
  registration: registrationText,
  registrationStatuses: registrationStatusText,
  registrationReasons: registrationReasonText,
  mine: myCallsText,
  subscription: subscriptionText,
  whatComes,
};

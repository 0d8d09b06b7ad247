import { confirmationText } from '../confirmation.js';
import { formText } from '../form.js';
import { fromCallText } from '../from-call.js';
import { letterText, tooLateText } from '../letters.js';
import { requesterText } from '../requester.js';
import { REQUESTER_EVENTS } from '../requester-events.js';
import { talkText } from '../talk.js';
import { waysOnText } from '../ways-on.js';
import { NEXT_FOR_SUPERVISOR, NEXT_SENTENCES } from '../whats-next.js';

/** Pages of requesters and of their supervisors: the request form, and what became of it. */
export const requesterTexts = {
  form: formText,
  talk: talkText,
  confirmation: confirmationText,
  request: requesterText,
  letters: letterText,
  tooLate: tooLateText,
  events: REQUESTER_EVENTS,
  fromCall: fromCallText,
  waysOn: waysOnText,
  whatsNext: NEXT_SENTENCES,
  whatsNextForSupervisor: NEXT_FOR_SUPERVISOR,
};

import type { MailData } from '../../mail-data.js';
import { type MailText, withDate } from '../mail-text.js';
import { theCall } from './call-names.js';

const MINE = 'See your question';

/** Who asks needs no registration; who joins does. */
const ATTENDING =
  'To join the call you need an approved registration for it. The page behind the button says whether you have one, and leads to the form if not.';

const NAME_SUPERVISOR =
  'To become a request for individual assistance it needs the name of your supervisor; it does not become one by itself. Name them on the page behind the button, and it becomes a request at once.';

/** A question, from its receipt to its answer on the call or in writing. */
export const questionTexts = {
  'question-received': {
    subject: (data) => `${theCall(data)}: we have your question`,
    title: () => 'We have your question',
    body: (data) => [
      withDate(data.callAt, (at) => `Your question for the call on ${at} has arrived.`),
      withDate(data.questionsCloseAt, (at) => `You can change or withdraw it until ${at}.`),
      'After that we choose the questions for the call and tell you whether yours is among them.',
      ATTENDING,
    ],
    action: MINE,
  },
  'question-selected': {
    subject: (data) => `${theCall(data)}: your question is on the agenda`,
    title: () => 'Your question will be discussed',
    body: (data) => [
      withDate(data.callAt, (at) => `Your question is on the agenda of the call on ${at}.`),
      'Please be there: we discuss a question only with the person who asked it. Be ready to explain it without names or other details that identify a person.',
      ATTENDING,
    ],
    action: MINE,
  },
  'question-not-selected': {
    subject: (data) => `${theCall(data)}: ${writtenAnswer(data)}`,
    title: (data) => capital(writtenAnswer(data)),
    body: (data) => [
      `${whyNotOnTheCall(data)} Nothing of it is lost.`,
      (data.supervisorMissing ? NAME_SUPERVISOR : undefined) ??
        withDate(
          data.convertsAt,
          (at) =>
            `As you agreed, it becomes a request for individual assistance by itself on ${at}. With the button you can send it on now.`,
        ) ??
        'With one click on the page behind the button it becomes a request for individual assistance, filled in already, and keeps its date.',
    ],
    action: 'Make it a request',
  },
  'question-move-proposed': {
    subject: (data) => `${theCall(data)}: may we move your question?`,
    title: () => 'May we move your question to another call?',
    body: (data) => [
      withDate(
        data.callWasAt,
        (at) => `We think that another call suits your question better than the one on ${at}.`,
      ) ?? 'We think that another call suits your question better than the one you asked it for.',
      withDate(data.callAt, (at) => `We would like to take it up on ${at}. It keeps its date.`),
      withDate(
        data.questionsCloseAt,
        (at) =>
          `Please agree or decline by ${at}. Without your consent it is not discussed on a call; after that day it can become a request for a written answer.`,
      ),
    ],
    action: 'Answer',
  },
  'question-moved': {
    subject: (data) => `${theCall(data)}: your question has moved to another call`,
    title: () => 'Your question has moved',
    body: (data) => [
      withDate(data.callAt, (at) => `As agreed with you, your question is now for the call on ${at}.`) ??
        'As agreed with you, your question is now for another call.',
      'You do not need to send it again.',
    ],
    action: MINE,
  },
  'question-call-rescheduled': {
    subject: (data) => `${theCall(data)}: a new time for your question`,
    title: () => 'The call of your question has a new time',
    body: (data) => [
      withDate(data.callWasAt, (at) => `Your question is for the call that was to be on ${at}.`),
      withDate(data.callAt, (at) => `That call is now on ${at}.`),
      'Your question stays with it; you do not need to send it again.',
      'We discuss a question only with the person who asked it. If you cannot be there at the new time, please tell us at the address below.',
    ],
    action: MINE,
  },
  'asked-but-absent': {
    subject: (data) => `${theCall(data)}: we missed you`,
    title: () => 'We missed you on the call',
    body: (data) => [
      withDate(
        data.callAt,
        (at) => `Your question was on the agenda of the call on ${at}, but we did not find you there.`,
      ),
      'Please send it as a request for individual assistance. The page behind the button is filled in already.',
      'If you were on the call, please reply to the address below: we may not have recognized you.',
    ],
    action: 'Make it a request',
  },
} satisfies Record<string, MailText>;

/** Only who agreed beforehand gets it without a click, and in some roles not before a supervisor is named. */
function writtenAnswer({ convertsAt, supervisorMissing }: MailData): string {
  return convertsAt === undefined || supervisorMissing
    ? 'your question can get a written answer'
    : 'your question gets a written answer';
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function whyNotOnTheCall({ callAt, cancelReason, offTopic }: MailData): string {
  const on = callAt === undefined ? '' : ` on ${callAt}`;
  if (cancelReason !== undefined)
    return `The call${on} does not take place, so your question is not discussed there.`;
  return offTopic
    ? `We had asked whether your question may move to another call. It is not discussed on the call${on}.`
    : `There is no room for your question on the call${on}.`;
}

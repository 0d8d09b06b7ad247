import { type MailText, withDate } from '../mail-text.js';
import { theRequest, yourRequest } from './sentences.js';

const SEE = 'See your request';
const READ = 'Sign in to read it';
const OPEN = 'Open the request';

const PROMISED = (day: string) => `The answer is promised for ${day}.`;

/** After the answer: the one follow-up question, and the end by itself. That they are, never what they say. */
export const afterAnswerTexts = {
  'follow-up-received': {
    subject: (data) => `${yourRequest(data)}: we have your follow-up question`,
    title: () => 'We have your follow-up question',
    body: ({ dueOn }) => [
      withDate(dueOn, (day) => `We aim to answer it in writing by ${day}.`) ??
        'We will answer it in writing.',
      'You do not need to do anything. We will email you when the answer is ready.',
    ],
    action: SEE,
  },
  'follow-up-asked': {
    subject: (data) => `${theRequest(data)}: a follow-up question to answer`,
    title: () => 'A follow-up question waits for an answer',
    body: ({ dueOn }) => [
      'The requester has asked a follow-up question about our answer.',
      withDate(dueOn, PROMISED),
      'Open the request to read it and to write the answer. A colleague sends it.',
    ],
    action: OPEN,
  },
  'follow-up-reminder': {
    subject: (data) => `${theRequest(data)}: a follow-up question is due soon`,
    title: () => 'The answer to a follow-up question is due soon',
    body: ({ dueOn }) => [
      withDate(dueOn, PROMISED),
      'Write it in time for a colleague to read it and send it.',
    ],
    action: OPEN,
  },
  'follow-up-escalation': {
    subject: (data) => `${theRequest(data)}: a follow-up question is past due`,
    title: () => 'The answer to a follow-up question is past due',
    body: ({ dueOn }) => [
      withDate(dueOn, (day) => `The answer was promised for ${day} and has not been sent.`) ??
        'The answer has not been sent by the day we promised.',
      'The requester is being told today. Please see to it that someone finishes it.',
    ],
    action: OPEN,
  },
  'follow-up-delay': {
    subject: (data) => `${yourRequest(data)}: your follow-up question is taking longer`,
    title: () => 'Your follow-up question is taking longer than we promised',
    body: ({ estimateOn }) => [
      'We are sorry: we did not answer your follow-up question in the time we gave you. Those responsible for our team have been told.',
      withDate(estimateOn, (day) => `Our new estimate is ${day}.`),
      'You do not need to do anything.',
    ],
    action: SEE,
  },
  'follow-up-moved': {
    subject: (data) => `${yourRequest(data)}: a new date for your follow-up question`,
    title: () => 'The date for our answer to your follow-up question has changed',
    body: ({ dueOn }) => [
      withDate(dueOn, (day) => `We now aim to answer it in writing by ${day}.`) ??
        'Sign in to see the new date.',
    ],
    action: SEE,
  },
  'follow-up-answered': {
    subject: (data) => `${yourRequest(data)}: your follow-up question is answered`,
    title: () => 'Your follow-up question is answered',
    body: ({ fullText }) => [
      ...(fullText
        ? [
            'This is our answer to your follow-up question. You can also read it after signing in.',
            ...fullText.split('\n').filter(Boolean),
          ]
        : ['Our answer is ready. For safety it is not in this e-mail: please sign in to read it.']),
      'If things have changed since, you can ask us on the page of your request to reopen it.',
    ],
    action: READ,
  },
  'closing-notice': {
    subject: (data) => `${yourRequest(data)}: it will close soon`,
    title: () => 'Your request will close soon',
    body: ({ lapseOn }) => [
      withDate(lapseOn, (day) => `We have answered your request. It closes by itself on ${day}.`) ??
        'We have answered your request, and it will close by itself soon.',
      'You do not need to do anything: you can still sign in to read our answer afterwards.',
      'If you need to come back to it, you can ask us on its page to reopen it, before that day or later.',
    ],
    action: SEE,
  },
} satisfies Record<string, MailText>;

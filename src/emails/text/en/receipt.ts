import { courseList, type MailText, withDate } from '../mail-text.js';
import { linkToCome, supervisorAsked, waitUntil, weAimFor, yourRequest } from './sentences.js';

const SEE = 'See your request';
const NAME = 'Name another supervisor';

/** By it completions are matched; which one it is stands at the head of the mail. */
const UNDER_THIS_ADDRESS =
  'Please use the e-mail address there that this message was sent to: by it we learn that you have passed.';

/** To the requester, until the work on a request begins. */
export const receiptTexts = {
  'request-received': {
    subject: (data) => `${yourRequest(data)}: we have received it`,
    title: () => 'We have received your request',
    body: (data) => [
      withDate(
        data.callAt,
        (at) =>
          `Your question for ${data.callTitle ?? 'our call'} on ${at} is now a request for individual assistance.`,
      ) ?? 'Thank you for writing to us.',
      'Please keep the number in the subject of this message for your records.',
      data.dueOn
        ? weAimFor(
            data,
            (day) => `We aim to answer you in writing by ${day}. If that changes, we will tell you.`,
          )
        : courseList(data)
          ? 'The time for our answer has not started yet. It starts once you have passed the self-assessment of each of these courses:'
          : 'The time for our answer has not started yet. Sign in to see what is needed first.',
      ...(data.dueOn || !courseList(data) ? [] : [courseList(data), linkToCome(data), UNDER_THIS_ADDRESS]),
      data.dueOn || !data.courtOn
        ? undefined
        : `Your own date, ${data.courtOn}, does not wait for it: please do that soon.`,
      supervisorAsked(data),
      data.dueOn
        ? 'What happens next: someone on our team reads your request. If we have a question, we will ask you. Sign in at any time to see where things stand.'
        : undefined,
    ],
    action: SEE,
  },
  'prerequisites-needed': {
    subject: (data) => `${yourRequest(data)}: courses to complete first`,
    title: () => 'Please complete these courses first',
    body: (data) => [
      'Before we can begin, we ask you to pass the self-assessment of each of these courses:',
      courseList(data) ?? 'Sign in to see which courses are left.',
      linkToCome(data),
      UNDER_THIS_ADDRESS,
      'If you passed one of them under another e-mail address, add that address on the page of your request, and it counts.',
      'You do not need to write to us when you are done. The time for our answer starts by itself once the last one is passed.',
      waitUntil(data, 'complete them'),
    ],
    action: SEE,
  },
  'prerequisites-reminder': {
    subject: (data) => `${yourRequest(data)}: courses still to complete`,
    title: () => 'Your request is waiting for you',
    body: (data) => [
      'We can begin as soon as you have passed the self-assessment of each of these courses:',
      courseList(data) ?? 'Sign in to see which courses are left.',
      linkToCome(data),
      UNDER_THIS_ADDRESS,
      'If you passed one of them under another e-mail address, add that address on the page of your request, and it counts.',
      waitUntil(data, 'complete them'),
    ],
    action: SEE,
  },
  'clock-started': {
    subject: (data) => `${yourRequest(data)}: we are starting on it`,
    title: () => 'Nothing more is needed from you now',
    body: (data) => [
      'Thank you, everything we needed first has arrived, and the time for our answer has started.',
      weAimFor(data, (day) => `We aim to answer you in writing by ${day}.`),
    ],
    action: SEE,
  },
  'information-requested': {
    subject: (data) =>
      `${yourRequest(data)}: ${data.supervisorMissing ? 'we need to hear from you' : 'a question for you'}`,
    title: ({ supervisorMissing }) =>
      supervisorMissing ? 'We need the name of another supervisor' : 'We have a question for you',
    body: (data) => [
      data.supervisorMissing
        ? 'The person you named as supervisor told us that they are not. To go on, we need another one. Please sign in to name them there, not by e-mail.'
        : 'To go on, we need to hear from you. Please sign in to read the question and answer it there, not by e-mail.',
      'While we wait, the time for our answer stands still. It goes on with your reply.',
      waitUntil(data, 'reply'),
    ],
    action: ({ supervisorMissing }) => (supervisorMissing ? NAME : 'Read and answer'),
  },
  'information-reminder': {
    subject: (data) =>
      `${yourRequest(data)}: ${data.supervisorMissing ? 'we are waiting for you' : 'our question is still open'}`,
    title: ({ supervisorMissing }) =>
      supervisorMissing
        ? 'We are waiting for the name of another supervisor'
        : 'Our question to you is still open',
    body: (data) => [
      data.supervisorMissing
        ? 'Some days ago we asked you to name another supervisor and have not heard back. The time for our answer stands still until you do.'
        : 'Some days ago we asked you something and have not heard back. The time for our answer stands still until you reply.',
      waitUntil(data, 'reply'),
      'If you no longer need our help, you can withdraw the request there too.',
    ],
    action: ({ supervisorMissing }) => (supervisorMissing ? NAME : 'Read and answer'),
  },
} satisfies Record<string, MailText>;

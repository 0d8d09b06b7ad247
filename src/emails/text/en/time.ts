import type { MailData } from '../../mail-data.js';
import { type Block, hasPassed, isForRequester, type MailText, withDate } from '../mail-text.js';
import { howFarOff, inBusinessDays, theRequest, weAimFor, yourRequest } from './sentences.js';

const SEE = 'See your request';

/** About dates that move or draw near. */
export const timeTexts = {
  'delay-notice': {
    subject: (data) => `${yourRequest(data)}: our answer is taking longer`,
    title: () => 'Our answer is taking longer than we promised',
    body: ({ estimateOn, supervisorName }) => [
      'We are sorry: we did not finish your answer in the time we gave you. Those responsible for our team have been told.',
      withDate(estimateOn, (day) => `Our new estimate is ${day}.`),
      supervisorName
        ? `We can’t send our answer before ${supervisorName} has confirmed that they supervise you: please ask them to look for our message.`
        : 'You do not need to do anything.',
      'If your own dates have changed, sign in: you can change them on the page of your request, or write to us there.',
    ],
    action: SEE,
  },
  'supervisor-silent': {
    subject: (data) => `${yourRequest(data)}: your supervisor has not confirmed yet`,
    title: () => 'Your supervisor has not confirmed yet',
    body: ({ supervisorName }) => [
      `We have asked ${supervisorName ?? 'the supervisor you named'} to confirm that they supervise you, reminded them, and have not heard back. We can’t send our answer before they do.`,
      'Please ask them to look for our message. If somebody else should confirm, sign in and name them on the page of your request.',
      'The time for our answer goes on meanwhile.',
    ],
    action: SEE,
  },
  'supervisor-changed': {
    subject: (data) => `${yourRequest(data)}: another supervisor was named`,
    title: () => 'Another supervisor was named',
    body: ({ supervisorName }) => [
      `Our staff named another supervisor for your request, as you asked: ${supervisorName ?? 'see the page of your request'}. We have asked them to confirm that they supervise you.`,
      'If this is not right, sign in and name somebody else on the page of your request, or write to us there.',
    ],
    action: SEE,
  },
  'extension-notice': {
    subject: (data) => `${yourRequest(data)}: we need more time`,
    title: () => 'We need more time for your answer',
    body: (data) => [
      data.businessDays === undefined
        ? 'We have given ourselves more time to answer you well.'
        : `We have given ourselves ${inBusinessDays(data.businessDays)} more to answer you well.`,
      weAimFor(data, (day) => `We now aim to answer you in writing by ${day}.`),
      'Sign in to read why. If the new date is too late for you, write to us there, on the page of your request.',
    ],
    action: SEE,
  },
  'deadline-moved': {
    subject: (data) => `${yourRequest(data)}: a new date for our answer`,
    title: () => 'The date for our answer has changed',
    body: (data) => [
      whyItMoved(data),
      [
        weAimFor(data, (day) => `We now aim to answer you in writing by ${day}.`) ??
          'Sign in to see the new date.',
        itWas(data),
      ]
        .filter(Boolean)
        .join(' '),
      'Your page shows day by day how the date comes about.',
    ],
    action: SEE,
  },
  'court-date-changed': {
    subject: (data) => `${yourRequest(data)}: your own date was changed`,
    title: () => 'We changed the date you gave us',
    body: (data) => [
      datesTold(data),
      weAimFor(data, (day) => `We aim to answer you in writing by ${day}.`),
      'If this is wrong, sign in: you can change the date on the page of your request.',
    ],
    action: SEE,
  },
  'deadline-warning': {
    subject: (data) => {
      const request = isForRequester(data) ? yourRequest(data) : theRequest(data);
      return `${request}: a date ${hasPassed(data) ? 'has passed' : 'is coming up'}`;
    },
    title: (data) => (hasPassed(data) ? 'A date has passed' : 'A date is coming up'),
    body: (data) => (isForRequester(data) ? toRequester(data) : toStaff(data)),
    action: 'Open the request',
  },
} satisfies Record<string, MailText>;

/** The days, and what the office calls them where the program tells that. */
function whyItMoved({ closures = [] }: MailData): string | undefined {
  const sentences = closures.map(({ from, until, name, opens }) => {
    const days = from === until ? `on ${from}` : `from ${from} to ${until}`;
    const called = name ? ` (${name})` : '';
    return opens
      ? `Our office is open after all ${days}${called}.`
      : `Our office is closed ${days}${called}, which does not count toward the time for our answer.`;
  });
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}

/** Where their own date comes first, what moved is the date after it. */
function itWas({ wasOn, targetOn, courtOn }: MailData): string | undefined {
  return withDate(wasOn, (day) =>
    targetOn || courtOn ? `Until now the latest date was ${day}.` : `Until now it was ${day}.`,
  );
}

function datesTold({ wasOn, isOn }: MailData): string {
  if (wasOn && isOn) return `We had ${wasOn} as your own date. We now have ${isOn}.`;
  if (isOn) return `We had no date of your own. We now have ${isOn}.`;
  return wasOn
    ? `We had ${wasOn} as your own date. We now have none.`
    : 'Sign in to see the date we now have for you.';
}

function toRequester(data: MailData): (Block | undefined)[] {
  return [
    withDate(data.dueOn, (day) =>
      hasPassed(data)
        ? `The date you told us about, ${day}, has passed.`
        : [`The date that matters to you is ${day}.`, howFarOff(data)].filter(Boolean).join(' '),
    ) ?? 'A date you told us about is coming up.',
    'We are still waiting for something from you. Please sign in to see what it is, so that we can help you in time.',
    'If the date has changed, you can change it there.',
  ];
}

function toStaff(data: MailData): (Block | undefined)[] {
  if (hasPassed(data)) {
    return [
      withDate(
        data.dueOn,
        (day) => `The requester’s own date, ${day}, has passed without an answer from us.`,
      ) ?? 'The requester’s own date has passed without an answer from us.',
      'Please decide what to do and talk to those working on it.',
    ];
  }
  return [
    withDate(data.dueOn, (day) =>
      [`The requester’s own date is ${day}.`, howFarOff(data)].filter(Boolean).join(' '),
    ),
    'Our answer should reach them well before it. This date does not pause while we wait for them.',
  ];
}

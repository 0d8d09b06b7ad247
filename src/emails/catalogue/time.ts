import type { MailData } from '../mail-data.js';
import { inBusinessDays, type MailText, theRequest, withDate, yourRequest } from '../mail-text.js';

const SEE = 'See your request';

/** About dates that move or draw near. */
export const timeTexts = {
  'delay-notice': {
    subject: (data) => `${yourRequest(data)}: our answer is taking longer`,
    title: () => 'Our answer is taking longer than we promised',
    body: ({ estimateOn }) => [
      'We are sorry: we did not finish your answer in the time we gave you. Those responsible for our team have been told.',
      withDate(estimateOn, (day) => `Our new estimate is ${day}.`),
      'You do not need to do anything. If your own dates have changed, sign in: you can change them on the page of your request, or write to us there.',
    ],
    action: SEE,
  },
  'extension-notice': {
    subject: (data) => `${yourRequest(data)}: we need more time`,
    title: () => 'We need more time for your answer',
    body: ({ businessDays, dueOn }) => [
      businessDays === undefined
        ? 'We have given ourselves more time to answer you well.'
        : `We have given ourselves ${inBusinessDays(businessDays)} more to answer you well.`,
      withDate(dueOn, (day) => `We now aim to answer you in writing by ${day}.`),
      'Sign in to read why. If the new date is too late for you, write to us there, on the page of your request.',
    ],
    action: SEE,
  },
  'deadline-moved': {
    subject: (data) => `${yourRequest(data)}: a new date for our answer`,
    title: () => 'The date for our answer has changed',
    body: ({ dueOn }) => [
      withDate(dueOn, (day) => `We now aim to answer you in writing by ${day}.`) ??
        'Sign in to see the new date.',
      'Your page shows day by day how the date comes about.',
    ],
    action: SEE,
  },
  'deadline-warning': {
    subject: (data) =>
      isForRequester(data)
        ? `${yourRequest(data)}: a date is coming up`
        : `${theRequest(data)}: a date ${data.businessDays === 0 ? 'has passed' : 'is coming up'}`,
    title: ({ businessDays }) => (businessDays === 0 ? 'A date has passed' : 'A date is coming up'),
    body: (data) => {
      const { businessDays, dueOn } = data;
      if (isForRequester(data)) {
        return [
          withDate(dueOn, (day) => `You told us about a date that matters to you: ${day}.`) ??
            'A date you told us about is coming up.',
          'We are still waiting for something from you. Please sign in to see what it is, so that we can help you in time.',
          'If the date has changed, you can change it there.',
        ];
      }
      if (businessDays === 0) {
        return [
          withDate(
            dueOn,
            (day) => `The requester's own date, ${day}, has passed without an answer from us.`,
          ) ?? "The requester's own date has passed without an answer from us.",
          'Please decide what to do and talk to those working on it.',
        ];
      }
      return [
        withDate(dueOn, (day) => `The requester's own date is ${day}.`),
        businessDays === undefined ? undefined : `That is ${inBusinessDays(businessDays)} away.`,
        'Our answer should reach them well before it. This date does not pause while we wait for them.',
      ];
    },
    action: 'Open the request',
  },
} satisfies Record<string, MailText>;

/** Staff are told how many business days are left; the requester is told the date alone. */
function isForRequester({ audience, businessDays }: MailData): boolean {
  return audience ? audience === 'requester' : businessDays === undefined;
}

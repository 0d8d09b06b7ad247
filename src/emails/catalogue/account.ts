import { type MailText, withDate } from '../mail-text.js';

const NOT_YOU =
  'If you did not expect this message, you can ignore it; nothing happens unless the button is used.';

/** Links that prove who someone is. */
export const accountTexts = {
  'sign-in': {
    subject: () => 'Your sign-in link',
    title: () => 'Sign in',
    body: ({ minutesValid }) => [
      lasts(minutesValid),
      'In another browser than the one you asked from, it first wants to know your address.',
      NOT_YOU,
    ],
    action: 'Sign in',
  },
  'confirm-address': {
    subject: () => 'Please confirm your e-mail address',
    title: () => 'One step left: confirm your address',
    body: ({ lapseOn }) => [
      'Someone, most likely you, filled in our form with this address. It only reaches us once you confirm. It then counts from the moment you sent it.',
      withDate(lapseOn, (day) => `Without your confirmation we erase all of it on ${day}.`) ??
        'Without your confirmation we erase all of it after a few days.',
      NOT_YOU,
    ],
    action: 'Confirm and send',
  },
  'supervisor-confirmation': {
    subject: () => 'Please confirm that you supervise a colleague',
    title: () => 'A colleague named you as supervisor',
    body: () => [
      'Someone who works with you has asked us for written help and named you as the supervisor. We send you a copy of our answer, but only after you confirm that this is right.',
      'The page behind the button says who it is and lets you say yes or no. Nothing else is shown before that.',
      NOT_YOU,
    ],
    action: 'Confirm or refuse',
  },
} satisfies Record<string, MailText>;

function lasts(minutes: number | undefined): string {
  const life = minutes === undefined ? 'for a short time' : `for ${minutes} minutes`;
  return `Use the button to sign in. It works once, ${life}. Please do not forward this message.`;
}

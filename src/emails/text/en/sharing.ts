import { type MailText, withDate } from '../mail-text.js';

const READ = 'Sign in to read it';

/** To whoever asked: that there is something about sharing, and neither what nor with whom. */
const about = (title: string, body: MailText['body']): MailText => ({
  subject: ({ organizationName }) => `${organizationName}: about what may be shared`,
  title: () => title,
  body: (data) => [
    ...body(data),
    'For your privacy nothing else is in this e-mail: please sign in to read it.',
  ],
  action: READ,
});

export const sharingTexts = {
  'release-asked': about('We ask for your permission', ({ dueOn }) => [
    'We would like to share something of a request of yours with somebody outside our program, and only with your signed permission.',
    'You don’t have to agree. Whatever you decide, we help you as before.',
    withDate(dueOn, (day) => `If we don’t hear from you by ${day}, we take it as a no.`),
  ]),
  'release-signed': about('Your permission is recorded', ({ dueOn }) => [
    withDate(dueOn, (day) => `You allowed us to share something of a request of yours, until ${day}.`),
    'You can take it back on its page at any time, and from then on nothing more is shared. If it was not you, please take it back there, and tell us at the address below.',
  ]),
  'release-expiring': about('A permission of yours ends soon', ({ dueOn }) => [
    withDate(dueOn, (day) => `A permission to share something of a request of yours ends after ${day}.`),
    'You don’t need to do anything. If it is still needed, we ask you for another.',
  ]),
  'release-expired': about('A permission of yours has ended', () => [
    'A permission to share something of a request of yours has ended by itself. Nothing more is shared.',
  ]),
  'release-revoked': about('A permission of yours was taken back', () => [
    'A permission to share something of a request of yours was taken back. Nothing more is shared from now on.',
  ]),
  'release-answered': {
    subject: ({ reference }) => `${reference ?? 'A request'}: about a release`,
    title: () => 'There is news of a release',
    body: () => [
      'The requester has signed or declined a release that was asked for, or nobody signed it in time. The page says which.',
    ],
    action: 'Open it',
  },
} satisfies Record<string, MailText>;

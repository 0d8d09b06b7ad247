import { type MailText, theRequest, yourRequest } from '../mail-text.js';

const READ = 'Sign in to read it';
const OPEN = 'Open the request';

/** What requester and staff write to each other: that it is there, never what it says. */
export const correspondenceTexts = {
  'message-from-requester': {
    subject: (data) => `${theRequest(data)}: the requester has written to us`,
    title: () => 'There is a message about a request',
    body: () => [
      'The requester, or their supervisor, has written to us about it. The clock goes on as before.',
      'Open it to read the message and to reply on the same page, not by e-mail.',
    ],
    action: OPEN,
  },
  'message-from-staff': {
    subject: (data) => `${yourRequest(data)}: we have written to you`,
    title: () => 'You have a message from us',
    body: () => [
      'We have written to you about your request. For safety the message is not in this e-mail: please sign in to read it.',
      'You can write back on the page of your request. The date for our answer stays as it is.',
    ],
    action: READ,
  },
  'reopening-requested': {
    subject: (data) => `${theRequest(data)}: the requester asks to open it again`,
    title: () => 'A request is to be opened again',
    body: () => [
      'The requester asks us to open this request again and says why on its page.',
      'Please open it again, or say there why not. The requester reads your reason.',
    ],
    action: OPEN,
  },
  'reopening-refused': {
    subject: (data) => `${yourRequest(data)}: about opening it again`,
    title: () => 'We do not open your request again',
    body: () => [
      'You asked us to open your request again. We have decided not to. Please sign in to read our reason.',
      'You can send us a new request at any time.',
    ],
    action: READ,
  },
} satisfies Record<string, MailText>;

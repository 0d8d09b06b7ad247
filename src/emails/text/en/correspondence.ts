import type { MailText } from '../mail-text.js';
import { theRequest, yourRequest } from './sentences.js';

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
      'While your request is open you can write back on its page. The date for our answer stays as it is.',
    ],
    action: READ,
  },
  mentioned: {
    subject: (data) => `${theRequest(data)}: a note mentions you`,
    title: () => 'A colleague mentions you in a note',
    body: () => [
      'A note about this request is meant for you. Notes are for staff only, and this e-mail says nothing of it: open the request to read it.',
    ],
    action: OPEN,
  },
  'reopening-requested': {
    subject: (data) => `${theRequest(data)}: the requester asks us to reopen it`,
    title: () => 'A requester asks us to reopen a request',
    body: () => [
      'The requester asks us to reopen this request and says why on its page.',
      'Please reopen it, or refuse with a reason. The requester reads the reason.',
    ],
    action: OPEN,
  },
  'reopening-refused': {
    subject: (data) => `${yourRequest(data)}: about reopening it`,
    title: () => 'We are not reopening your request',
    body: () => [
      'You asked us to reopen your request. We have decided not to. Please sign in to read our reason.',
      'You can send us a new request at any time.',
    ],
    action: READ,
  },
} satisfies Record<string, MailText>;

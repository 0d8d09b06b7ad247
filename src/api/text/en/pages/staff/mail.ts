import type { MailKindAbout } from '../../../../../domain/mail/kinds.js';
import { REQUEST_MAILS } from '../../requests/collected.js';

/** Words of the page of mail, and of mail wherever staff see it. */
const mailText = {
  title: 'Mail that needs a look',
  intro:
    'Unknown means that the mail server broke off before saying whether it took the mail. It is never sent again by itself: ask the recipient, then choose.',
  columns: { mail: 'Mail', to: 'To', status: 'State', queued: 'Written', action: 'What to do' },
  about: 'Open what it is about',
  resend: 'Send again',
  markSent: 'Mark as sent',
  empty: 'All mail went out.',
  mine: 'How your own mail comes',
  resolve: { missing: 'Choose what to do.' },
  /** By what was done with a mail, on whichever page its button stood. */
  done: {
    resend: 'The mail is on its way again.',
    'mark-sent': 'The mail is marked as sent.',
  } as Record<string, string>,
  heading: 'Mail about this request',
  noMail: 'No mail yet.',
  statuses: {
    queued: 'Waiting to go out',
    sending: 'Going out',
    sent: 'Sent',
    failed: 'Not delivered',
    unknown: 'Unknown',
    suppressed: 'No longer needed',
    collected: 'Waits for the daily digest',
    digested: 'In the daily digest',
  } as Record<string, string>,
};

const myMailText = {
  title: 'How your mail comes',
  always:
    'What can’t wait always comes at once: court and filing dates, escalations to directors, concerns of supervisors, what stands against a call, and whatever is close to its date.',
  off: 'The program has switched the daily digest off: at the moment every mail comes at once, whatever you choose here.',
  legend: 'What can wait',
  digest: 'Once a day',
  digestHint:
    'At the hour of reminders on business days, with what is past due, due soon or waiting for you. No mail when nothing is.',
  atOnce: 'At once',
  atOnceHint: 'A mail of its own for each assignment, reply and reminder.',
  missing: 'Choose one.',
  save: 'Save',
  saved: 'Saved. It holds from the next mail on.',
};

/** By the addresses of their pages, which share them. */
export const mailTexts = {
  mail: mailText,
  'mail/mine': myMailText,
  'mail/:id/resolve': mailText,
};

/** Kinds of mail as staff read them; those of calls stand with the calls. */
export const mailKinds: Record<string, string> = {
  ...REQUEST_MAILS,
  ...({
    'sign-in': 'Sign-in link',
    'address-claimed': 'Another address to be confirmed',
    'factor-reset-asked': 'Reset of a second factor asked for',
    'factor-reset': 'Second factor reset',
    'key-ending': 'API key ends soon',
    'admin-added': 'New admin',
    'admin-key-made': 'New API key that may do much',
    'new-sign-in': 'Sign-in with another browser',
    'privacy-confirm': 'Wish about one’s data, to be confirmed',
    'privacy-received': 'Wish about one’s data received',
    'privacy-answered': 'Wish about one’s data answered',
    'privacy-last': 'Last message before an erasure',
    'privacy-waits': 'Wish about data to be decided',
    'privacy-overdue': 'Wish about data past its day',
    'form-link': 'Link to a form on its way',
    'confirm-address': 'Form to be confirmed',
    digest: 'Digest',
    'daily-digest': 'Daily digest',
  } satisfies Record<MailKindAbout<'form'> | MailKindAbout<'nothing'> | MailKindAbout<'digest'>, string>),
};

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
  } as Record<string, string>,
};

/** By the addresses of their pages, which share them. */
export const mailTexts = {
  mail: mailText,
  'mail/:id/resolve': mailText,
};

/** Kinds of mail as staff read them; those of calls stand with the calls. */
export const mailKinds: Record<string, string> = {
  ...REQUEST_MAILS,
  ...({
    'sign-in': 'Sign-in link',
    'address-claimed': 'Another address to be confirmed',
    'confirm-address': 'Form to be confirmed',
    digest: 'Digest',
  } satisfies Record<MailKindAbout<'form'> | MailKindAbout<'nothing'>, string>),
};

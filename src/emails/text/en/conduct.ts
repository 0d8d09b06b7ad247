import { type MailText, withDate } from '../mail-text.js';

const READ = 'Sign in to read it';
const OPEN = 'Open it';

/** To whoever it is about: the same neutral words each time, for others may see the mail. */
const notice = (title: string, ...more: string[]): MailText => ({
  subject: ({ organizationName }) => `${organizationName}: something for you to read`,
  title: () => title,
  body: () => [...more, 'For your privacy it is not in this e-mail: please sign in to read it.'],
  action: READ,
});

/** To directors: what waits, and not about whom. */
const waiting = (subject: string, title: string, ...body: string[]): MailText => ({
  subject: () => subject,
  title: () => title,
  body: ({ dueOn }) => [
    ...body,
    withDate(dueOn, (day) => `The appeal is to be decided by ${day}.`),
    'Only directors and admins can open it. Please don’t forward this e-mail.',
  ],
  action: OPEN,
});

/** About conduct reviews. Neither names anybody, nor says what it is about. */
export const conductTexts = {
  'conduct-notice': notice(
    'We have a notice for you',
    'We have written you a notice, and would like to hear from you about it.',
  ),
  'conduct-refused': notice(
    'We have decided something',
    'We have decided about the notice we sent you. You can ask us there to look at the decision again; the page says until when.',
  ),
  'conduct-dismissed': notice(
    'The matter is closed',
    'The matter about which we sent you a notice is closed. You don’t need to do anything.',
  ),
  'conduct-appeal-received': {
    ...notice('We have what you sent'),
    body: ({ dueOn }) => [
      'You asked us to look at a decision again. We have what you wrote.',
      withDate(dueOn, (day) => `We mean to decide by ${day}, and tell you by e-mail.`),
      'You can read what you sent, and how it stands, after signing in.',
    ],
  },
  'conduct-appeal-decided': notice(
    'We have looked at our decision again',
    'You asked us to look at a decision again, and we have.',
  ),
  'conduct-expired': {
    ...notice('What we had decided has ended'),
    body: () => [
      'A decision of ours that concerned you has come to its end. You can use our help as before.',
      'How it stood can be read after signing in.',
    ],
  },
  'conduct-question-kept': notice(
    'About a question of yours',
    'A question you had asked for a call was to become a request by itself, and did not. It is kept for you: what you can do with it, and when, is said with our notice to you.',
  ),
  'conduct-reply': waiting(
    'Conduct review: a reply',
    'There is a reply to a notice',
    'Whoever a conduct review is about has replied to the notice. Please read it before you decide.',
  ),
  'conduct-appeal': waiting(
    'Conduct review: an appeal',
    'A refusal is appealed',
    'Whoever is refused assistance asks for another look. The refusal stands until the appeal is decided.',
  ),
  'conduct-decision-reminder': waiting(
    'Conduct review: nobody has decided yet',
    'A conduct review waits for a decision',
    'A conduct review is open and nobody has decided about it. Refuse assistance, or dismiss the review.',
  ),
  'conduct-appeal-reminder': waiting(
    'Conduct review: an appeal is due soon',
    'An appeal is to be decided soon',
    'Somebody who is refused assistance waits for the decision about their appeal.',
  ),
  'conduct-appeal-overdue': waiting(
    'Conduct review: an appeal is past due',
    'An appeal is past the day we named',
    'The appeal was not decided by the day we had told. Somebody is refused assistance meanwhile: please decide it.',
  ),
} satisfies Record<string, MailText>;

import { type MailText, withDate } from '../mail-text.js';

/** Wishes for a copy of one's data, or for its erasure. Which of them it is, is read after signing in. */
export const privacyTexts = {
  'privacy-confirm': {
    subject: () => 'Please confirm what you asked us for',
    title: () => 'Please confirm what you asked for',
    body: ({ lapseOn }) => [
      'Someone signed in with this address asked us something about what we keep of them. It counts only once you confirm it.',
      'The button opens a page that says what it is. You may be asked to sign in first.',
      withDate(lapseOn, (day) => `It works until ${day}.`),
      'If it was not you, you can ignore this message; nothing happens. Please do not forward it.',
    ],
    action: 'See it and confirm',
  },
  'privacy-received': {
    subject: () => 'We have received what you asked for',
    title: () => 'We have received it',
    body: ({ dueOn }) => [
      'Thank you for confirming. What you asked us about what we keep of you is with a person now.',
      withDate(dueOn, (day) => `You will have an answer by ${day} at the latest.`),
      'Until it is answered you can take it back on the page behind the button.',
    ],
    action: 'See how it stands',
  },
  'privacy-answered': {
    subject: () => 'There is an answer to what you asked for',
    title: () => 'There is an answer',
    body: () => [
      'What you asked us about what we keep of you has been decided. The answer is on the page behind the button, after you sign in.',
    ],
    action: 'Read the answer',
  },
  'privacy-last': {
    subject: () => 'A last message from us',
    title: () => 'This is our last message',
    body: () => [
      'What you asked us for is being done: what we keep of you is erased in the next hours, your way to sign in with it. This message is erased here, too, so keep it if you need proof.',
      'Two things stay for as long as they have to: completed courses and attendance behind a certificate, with your name alone, for four years; and figures that name nobody. Backups made before are thrown away in time, and one that is put back is erased again.',
      'You are welcome to come back at any time. We will not know that you were here before.',
    ],
    action: 'Go to our site',
  },
  'privacy-waits': {
    subject: () => 'A wish about somebody’s data waits',
    title: () => 'A wish about somebody’s data waits',
    body: ({ dueOn }) => [
      'Somebody asked for a copy of what the desk has of them, or for its erasure. A director or an admin carries it out or says why not.',
      withDate(dueOn, (day) => `They were told to have an answer by ${day}.`),
    ],
    action: 'Open it',
  },
  'privacy-overdue': {
    subject: () => 'A wish about somebody’s data is past its day',
    title: () => 'Past its day',
    body: ({ dueOn }) => [
      withDate(
        dueOn,
        (day) => `Somebody was told to have an answer about their data by ${day}, and has none.`,
      ) ?? 'Somebody waits for an answer about their data, and its day is past.',
      'Please decide it, or see that somebody does.',
    ],
    action: 'Open it',
  },
} satisfies Record<string, MailText>;

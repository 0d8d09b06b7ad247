import type { MailKindAbout } from '../../../../../domain/mail/kinds.js';

/** Kinds of mail about times away. */
export const absenceMailKinds: Record<string, string> = {
  'stand-in-named': 'Named to stand in',
  'stand-in-begins': 'Standing in begins',
  'stand-in-ends': 'Standing in ends',
  'absence-set': 'Time away set by a colleague',
  'back-again': 'Back again',
  'stand-in-gone': 'Nobody stands in',
} satisfies Record<MailKindAbout<'absence'>, string>;

import type { MailKindAbout } from '../mail/kinds.js';
import type { ReviewEvent, ReviewEventType, ReviewState } from './review-state.js';

/** Mails of an event; what each says of a date is in the state. */
type Mails = readonly MailKindAbout<'review'>[];

/** A row per event: whom it is told. To whoever it is about only once they have been given notice. */
export const REVIEW_MAILS: Record<ReviewEventType, (event: ReviewEvent, state: ReviewState) => Mails> = {
  opened: () => [],
  notified: () => ['conduct-notice'],
  replied: () => ['conduct-reply'],
  refused: () => ['conduct-refused'],
  dismissed: (_event, { notifiedAt }) => (notifiedAt === null ? [] : ['conduct-dismissed']),
  appealed: () => ['conduct-appeal', 'conduct-appeal-received'],
  'appeal-upheld': () => ['conduct-appeal-decided'],
  'appeal-reversed': () => ['conduct-appeal-decided'],
  expired: () => ['conduct-expired'],
  'decision-reminded': () => ['conduct-decision-reminder'],
  'appeal-reminded': () => ['conduct-appeal-reminder'],
  'appeal-escalated': () => ['conduct-appeal-overdue'],
  'calendar-changed': () => [],
};

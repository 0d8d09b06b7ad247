/** Every kind of mail the desk sends; the ledger shows them by these names. */
export const MAIL_KINDS = [
  'request-received',
  'prerequisites-needed',
  'prerequisites-reminder',
  'clock-started',
  'information-requested',
  'information-reminder',
  'information-answered',
  'assigned',
  'unassigned-reminder',
  'due-reminder',
  'escalation',
  'delay-notice',
  'extension-notice',
  'deadline-warning',
  'supervisor-confirmation',
  'deadline-moved',
  'response-ready',
  'redirected',
  'declined',
  'withdrawn',
  'lapsed',
  'merged',
  'closed',
  'reopened',
  'sign-in',
  'confirm-address',
  'digest',
  'registration-approved',
  'registration-pending',
  'registration-denied',
  'registration-review',
  'question-received',
  'question-selected',
  'question-not-selected',
  'question-move-proposed',
  'question-moved',
  'asked-but-absent',
  'call-reminder',
  'call-cancelled',
  'call-rescheduled',
  'call-recap',
  'call-day-off',
  'call-meeting-problem',
  'subscription-confirmation',
] as const;

export type MailKind = (typeof MAIL_KINDS)[number];

/** For names that come back from the ledger. */
export function isMailKind(name: string): name is MailKind {
  return (MAIL_KINDS as readonly string[]).includes(name);
}

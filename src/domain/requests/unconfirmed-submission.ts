import type { Program } from '../program/program.schema.js';
import type { Instant } from '../time/instant.js';

const DAY_MS = 86_400_000;

/** When the sender of an unconfirmed form is reminded, and when it is erased. */
export interface Waiting {
  remindAt: Instant[];
  expiresAt: Instant;
}

/** A form's days count from its sending; reminders that would come on or after the erasure are left out. */
export function waitingOf(
  sentAt: Date,
  clock: Pick<Program['clock'], 'unconfirmedSubmissionDays' | 'unconfirmedSubmissionReminderDays'>,
): Waiting {
  const after = (days: number) => new Date(sentAt.getTime() + days * DAY_MS).toISOString();
  const reminders = clock.unconfirmedSubmissionReminderDays.filter(
    (day) => day < clock.unconfirmedSubmissionDays,
  );
  return { remindAt: reminders.map(after), expiresAt: after(clock.unconfirmedSubmissionDays) };
}

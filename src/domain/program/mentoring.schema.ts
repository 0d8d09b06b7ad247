import { z } from 'zod';
import { countSchema } from './values.schema.js';

/** Introductions to mentors: how long each step waits. "BusinessDays" are office days. */
export const mentoringSchema = z.strictObject({
  /** An invitation into the pool can be accepted so long; then it ends, and its link says so. */
  invitationDays: countSchema('days', 1, 365).default(30),
  /** Whoever was invited and has not answered is reminded once, so many days after; 0: never. */
  invitationReminderDays: countSchema('days', 0, 365).default(10),
  /** Whoever is asked is reminded so many business days after they were. */
  reminderBusinessDays: z
    .array(countSchema('business days', 1, 60))
    .max(5, 'must list at most 5 reminders')
    .default([2, 5]),
  /** Without an answer by the end of that business day nobody is introduced. */
  unansweredBusinessDays: countSchema('business days', 1, 90).default(10),
  /** Calendar days after the introduction both are asked how it went. */
  followUpDays: countSchema('days', 1, 365).default(30),
  /** So long they may answer; then it closes by itself. */
  closeDays: countSchema('days', 1, 180).default(14),
});

export type MentoringRules = z.output<typeof mentoringSchema>;

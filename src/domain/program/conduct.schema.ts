import { z } from 'zod';
import { countSchema } from './values.schema.js';

/** Conduct reviews: how long assistance may be refused, and the clock of an appeal. "BusinessDays" are office days. */
export const conductSchema = z.strictObject({
  /** The longest a refusal may last. */
  longestRefusalDays: countSchema('days', 1, 3650).default(730),
  /** After the day of the refusal. */
  appealBusinessDays: countSchema('business days', 5, 260).default(30),
  /** After the day of the appeal. */
  decideAppealBusinessDays: countSchema('business days', 1, 60).default(15),
  /** Directors are reminded so many business days before an appeal is to be decided. */
  appealReminderBusinessDaysBefore: countSchema('business days', 1, 60).default(3),
  /** Past that, directors hear of it on the next business day and then every so many. */
  escalateEveryBusinessDays: countSchema('business days', 1, 60).default(5),
  /** Directors are reminded of a review nobody decides, every so many business days. */
  decisionReminderBusinessDays: countSchema('business days', 1, 60).default(10),
});

export type ConductRules = z.output<typeof conductSchema>;

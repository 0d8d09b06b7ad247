import { z } from 'zod';
import { countSchema } from './values.schema.js';

/** Wishes for a copy of what the desk has of somebody, or for its erasure. Calendar days. */
export const privacySchema = z
  .strictObject({
    /** A wish is answered so many days after it was confirmed. */
    answerDays: countSchema('days', 1, 365).default(30),
    /** Directors and admins are reminded of one that waits, so many days after. */
    remindOnDays: z
      .array(countSchema('days', 1, 365))
      .max(5)
      .default([20, 27]),
    /** A copy can be fetched for so many days. */
    copyDays: countSchema('days', 1, 60).default(7),
  })
  .refine(({ answerDays, remindOnDays }) => remindOnDays.every((day) => day < answerDays), {
    path: ['remindOnDays'],
    message: 'must be days before answerDays',
  });

export type PrivacyRules = z.output<typeof privacySchema>;

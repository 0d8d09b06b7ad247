import { z } from 'zod';
import { ascendingDaysSchema, countSchema, descendingDaysSchema, wallTimeSchema } from './values.schema.js';

/** Calendar days after an event at which a waiting person is reminded, and when the wait ends. */
export const waitShape = {
  /** Calendar days after the wait began; each falls on `clock.remindersAt` of the next business day. */
  reminderDays: ascendingDaysSchema,
  /** Calendar days after which the request lapses. */
  lapseDays: countSchema('days', 1, 365),
};

/** The lapse must come after the last reminder, else the reminder would go to a closed request. */
export function lapseAfterReminders(
  wait: { reminderDays: number[]; lapseDays: number },
  ctx: z.RefinementCtx,
): void {
  const last = wait.reminderDays.at(-1);
  if (last !== undefined && wait.lapseDays <= last) {
    ctx.addIssue({
      code: 'custom',
      path: ['lapseDays'],
      message: `must be later than the last reminder (day ${last}): raise it or remove that reminder`,
    });
  }
}

/** After the answer: one follow-up question, and the end by itself. */
const afterAnswerSchema = z
  .strictObject({
    /** A follow-up may be asked until closing time of the so-manieth business day after the answer. */
    askBusinessDays: countSchema('business days', 1, 60),
    /** Its answer is promised within so many business days. */
    followUpBusinessDays: countSchema('business days', 1, 60),
    followUpReminderBusinessDaysBefore: descendingDaysSchema,
    /** Calendar days after the answer, or the follow-up’s, after which it closes by itself. */
    closeDays: countSchema('days', 2, 365),
    /** The requester is told so many days before. */
    closingNoticeDays: countSchema('days', 1, 60),
  })
  .refine(({ closeDays, closingNoticeDays }) => closingNoticeDays < closeDays, {
    path: ['closingNoticeDays'],
    message: 'must be fewer than closeDays: the notice comes after the answer',
  });

/** The promise and everything timed by it. "BusinessDays" are office days; "Days" are calendar days. */
export const clockSchema = z.strictObject({
  promiseBusinessDays: countSchema('business days', 1, 260),
  /** Wall time at which reminders, escalations, warnings and lapses happen. */
  remindersAt: wallTimeSchema,
  /** Business day after day 0 on which coordinators hear that nobody took a request. */
  unassignedReminderDay: countSchema('business days', 1, 60),
  dueReminderBusinessDaysBefore: descendingDaysSchema,
  /** First on the business day after the due day, then every so many business days. */
  escalateEveryBusinessDays: countSchema('business days', 1, 60),
  /** The new estimate in a delay notice: so many business days on. */
  delayEstimateBusinessDays: countSchema('business days', 1, 60),
  information: z.strictObject(waitShape).superRefine(lapseAfterReminders),
  extension: z.strictObject({
    /** A longer one needs a director. */
    maxByStaff: countSchema('business days', 1, 60),
    secondNeedsDirector: z.boolean(),
  }),
  courtDeadline: z.strictObject({
    targetBusinessDaysBefore: countSchema('business days', 0, 60),
    warnings: descendingDaysSchema,
    tooSoonBusinessDays: countSchema('business days', 0, 60),
  }),
  unconfirmedSubmissionDays: countSchema('days', 1, 60),
  /** Days after its sending on which the sender of an unconfirmed form is reminded; none from the erasure on. */
  unconfirmedSubmissionReminderDays: ascendingDaysSchema.default([1, 3, 6]),
  /** Business days after a supervisor was first asked on which they are reminded; the requester hears of the last one. */
  supervisorReminderBusinessDays: ascendingDaysSchema.default([2, 5]),
  afterAnswer: afterAnswerSchema.default({
    askBusinessDays: 10,
    followUpBusinessDays: 5,
    followUpReminderBusinessDaysBefore: [1],
    closeDays: 30,
    closingNoticeDays: 7,
  }),
  closureRemovalFloorBusinessDays: countSchema('business days', 0, 60),
});

import type { PrivacyRules } from '../program/privacy.schema.js';
import { addDays } from '../time/add-days.js';
import type { Instant, IsoDate } from '../time/instant.js';

/** Past its day directors hear of a wish once more every so many days. */
const AGAIN_DAYS = 7;

export interface PrivacyStep {
  kind: 'reminder' | 'overdue';
  day: IsoDate;
}

/** The last day on which a wish is to be answered: calendar days count, weekends too. */
export const privacyDueOn = (
  confirmedOn: IsoDate,
  { answerDays }: Pick<PrivacyRules, 'answerDays'>,
): IsoDate => addDays(confirmedOn, answerDays);

/** The `done`-th mail to staff about a wish that waits: the reminders before its day, then every week past it. */
export function privacyStep(
  { confirmedOn, dueOn, done }: { confirmedOn: IsoDate; dueOn: IsoDate; done: number },
  { remindOnDays }: Pick<PrivacyRules, 'remindOnDays'>,
): PrivacyStep {
  const reminders = [...remindOnDays].sort((a, b) => a - b).map((days) => addDays(confirmedOn, days));
  // Its day stands as it was told, whatever the program says by now.
  const before = reminders.filter((day) => day < dueOn);
  const day = before[done];
  if (day !== undefined) return { kind: 'reminder', day };
  return { kind: 'overdue', day: addDays(dueOn, 1 + AGAIN_DAYS * (done - before.length)) };
}

/** The next step that is still to come, and those that are due by now: of several the last one says it all. */
export function privacyStepsUntil(
  wish: { confirmedOn: IsoDate; dueOn: IsoDate; done: number },
  rules: Pick<PrivacyRules, 'remindOnDays'>,
  { now, at }: { now: Instant; at: (day: IsoDate) => Instant },
): { due: PrivacyStep | null; done: number; next: Instant } {
  let due: PrivacyStep | null = null;
  for (let { done } = wish; ; done += 1) {
    const step = privacyStep({ ...wish, done }, rules);
    if (at(step.day) > now) return { due, done, next: at(step.day) };
    due = step;
  }
}

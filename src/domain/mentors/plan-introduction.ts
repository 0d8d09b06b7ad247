import { planning } from '../time/cannot-plan.js';
import type { Instant } from '../time/instant.js';
import { dayZero } from '../time/receipt.js';
import { type IntroductionDueInput, morningAfter, nextIntroductionDeadline } from './introduction-due.js';
import type { IntroductionDeadline } from './introduction-state.js';
import { asksWhom } from './introduction-statuses.js';

/** What of an introduction depends on today's calendar. */
export interface IntroductionPlan {
  next: IntroductionDeadline | null;
  answerBy: Instant | null;
}

/** Computes what is due next. Called in activities and transactions, never in workflows. @throws CannotPlan */
export function planIntroduction({ state, calendar, remindersAt }: IntroductionDueInput): IntroductionPlan {
  return planning(() => {
    const answerBy = lastMoment({ state, calendar, remindersAt });
    return {
      answerBy,
      next: nextIntroductionDeadline({ state: { ...state, answerBy }, calendar, remindersAt }),
    };
  });
}

function lastMoment({ state, calendar, remindersAt }: IntroductionDueInput): Instant | null {
  const { status, askedAt, followedUpAt, rules, answerBy: told } = state;
  if (asksWhom(status)) {
    const day = calendar.addBusinessDays(dayZero(calendar, askedAt), rules.unansweredBusinessDays);
    return later(told, calendar.closes(day));
  }
  if (status !== 'following-up' || followedUpAt === null) return null;
  return later(told, morningAfter({ calendar, remindersAt, from: followedUpAt, days: rules.closeDays }));
}

/** A closure taken back doesn't take time away from whoever counts on it. */
const later = (told: Instant | null, computed: Instant): Instant =>
  told !== null && told > computed ? told : computed;

import { planning } from '../time/cannot-plan.js';
import type { Instant } from '../time/instant.js';
import { dayZero } from '../time/receipt.js';
import { nextReviewDeadline, type ReviewDueInput } from './review-due.js';
import type { ReviewDeadline } from './review-state.js';

/** What of a review depends on today's calendar. */
export interface ReviewPlan {
  next: ReviewDeadline | null;
  appealUntil: Instant | null;
  decideBy: Instant | null;
}

/** Computes what is due next. Called in activities and transactions, never in workflows. @throws CannotPlan */
export function planReview({ state, calendar, remindersAt }: ReviewDueInput): ReviewPlan {
  return planning(() => {
    const closesAfter = (at: Instant, businessDays: number) =>
      calendar.closes(calendar.addBusinessDays(dayZero(calendar, at), businessDays));
    const { rules, refusedAt, appealedAt } = state;
    const plan = {
      appealUntil: refusedAt && later(state.appealUntil, closesAfter(refusedAt, rules.appealBusinessDays)),
      decideBy: appealedAt && closesAfter(appealedAt, rules.decideAppealBusinessDays),
    };
    return { ...plan, next: nextReviewDeadline({ state: { ...state, ...plan }, calendar, remindersAt }) };
  });
}

/** A closure taken back doesn't take time away from whoever counts on it. */
const later = (told: Instant | null, computed: Instant): Instant =>
  told !== null && told > computed ? told : computed;

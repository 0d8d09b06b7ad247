import type { BusinessCalendar } from '../time/calendar.js';
import type { Instant } from '../time/instant.js';
import { pastDueSteps } from '../time/past-due.js';
import { dayZero } from '../time/receipt.js';
import type { ReviewDeadline, ReviewDeadlineKind, ReviewState } from './review-state.js';
import { refuses } from './review-statuses.js';
import { type ReviewDecided, type ReviewOutcome, reviewTransition } from './review-transition.js';

/** What a review's dates are computed from: its state with what the calendar says now. */
export interface ReviewDueInput {
  state: ReviewState;
  calendar: BusinessCalendar;
  /** The program's time of day for reminders. */
  remindersAt: string;
}

/** A kind of deadline: when it comes, and what happens when nobody did what would have prevented it. Pure. */
interface ReviewDueSheet {
  /** Null: not as the review stands. Asked in activities, never in workflows. */
  when: (input: ReviewDueInput) => Instant | null;
  whenDue: (state: ReviewState, at: Instant) => ReviewOutcome;
}

/** What falls due by itself; of two at one instant the one named first here comes first. */
const DUE: Record<ReviewDeadlineKind, ReviewDueSheet> = {
  /** A refusal ends by itself, its appeal decided or not. */
  expiry: {
    when: ({ state }) => (refuses(state.status) ? state.endsAt : null),
    whenDue: () => ({ type: 'expired', change: { status: 'expired' } }),
  },
  /** Nobody has decided: directors hear of it, again and again. What was missed while the desk was away is told once. */
  'decision-reminder': {
    when({ state, calendar, remindersAt }) {
      if (state.status !== 'open' && state.status !== 'notified') return null;
      const since = state.notifiedAt ?? state.openedAt;
      const every = state.rules.decisionReminderBusinessDays;
      let day = dayZero(calendar, since);
      for (;;) {
        day = calendar.addBusinessDays(day, every);
        const at = calendar.at(day, remindersAt);
        if (state.remindedAt === null || at > state.remindedAt) return at;
      }
    },
    whenDue: (_state, at) => ({ type: 'decision-reminded', change: { remindedAt: at } }),
  },
  'appeal-reminder': {
    when({ state, calendar, remindersAt }) {
      const { decideBy, appealedAt, remindedAt, rules } = state;
      if (state.status !== 'appealed' || decideBy === null || remindedAt !== null) return null;
      const day = calendar.addBusinessDays(
        calendar.dateOf(decideBy),
        -rules.appealReminderBusinessDaysBefore,
      );
      const at = calendar.at(day, remindersAt);
      return appealedAt !== null && at <= appealedAt ? null : at;
    },
    whenDue: (_state, at) => ({ type: 'appeal-reminded', change: { remindedAt: at } }),
  },
  'appeal-overdue': {
    when({ state, calendar, remindersAt }) {
      const { decideBy, escalatedAt, rules } = state;
      if (state.status !== 'appealed' || decideBy === null) return null;
      const step = pastDueSteps({
        calendar,
        dueAt: decideBy,
        everyBusinessDays: rules.escalateEveryBusinessDays,
      });
      for (let n = 1; ; n += 1) {
        const opens = step(n);
        if (opens === null) return null;
        const at = calendar.at(calendar.dateOf(opens), remindersAt);
        if (escalatedAt === null || at > escalatedAt) return at;
      }
    },
    whenDue: (_state, at) => ({ type: 'appeal-escalated', change: { escalatedAt: at } }),
  },
};

/** The first that comes. */
export function nextReviewDeadline(input: ReviewDueInput): ReviewDeadline | null {
  return (Object.keys(DUE) as ReviewDeadlineKind[]).reduce<ReviewDeadline | null>((first, kind) => {
    const at = DUE[kind].when(input);
    return at !== null && (first === null || at < first.at) ? { kind, at } : first;
  }, null);
}

/** A deadline came without the command that would have ended it. Undefined: a kind that another version planned. Pure. */
export function whenReviewIsDue(
  state: ReviewState,
  { kind }: ReviewDeadline,
  at: Instant,
): ReviewDecided | undefined {
  const row: ReviewDueSheet | undefined = DUE[kind];
  return row && reviewTransition(state, row.whenDue(state, at), { at });
}

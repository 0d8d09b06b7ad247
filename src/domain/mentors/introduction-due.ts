import { addDays } from '../time/add-days.js';
import type { BusinessCalendar } from '../time/calendar.js';
import type { Instant } from '../time/instant.js';
import { dayZero } from '../time/receipt.js';
import type {
  IntroductionDeadline,
  IntroductionDeadlineKind,
  IntroductionState,
} from './introduction-state.js';
import { asksWhom } from './introduction-statuses.js';
import {
  type IntroductionDecided,
  type IntroductionOutcome,
  introductionTransition,
} from './introduction-transition.js';

/** What an introduction's dates are computed from: its state with what the calendar says now. */
export interface IntroductionDueInput {
  state: IntroductionState;
  calendar: BusinessCalendar;
  /** The program's time of day for reminders. */
  remindersAt: string;
}

/** A kind of deadline: when it comes, and what happens when nobody did what would have prevented it. Pure. */
interface DueSheet {
  /** Null: not as it stands. Asked in activities, never in workflows. */
  when: (input: IntroductionDueInput) => Instant | null;
  whenDue: (state: IntroductionState, at: Instant) => IntroductionOutcome;
}

/** What falls due by itself; of two at one instant the one named first here comes first. */
const DUE: Record<IntroductionDeadlineKind, DueSheet> = {
  /** Whoever was asked has not answered: nobody is introduced. */
  unanswered: {
    when: ({ state }) => (asksWhom(state.status) ? state.answerBy : null),
    whenDue: (state) => ({
      type: 'unanswered',
      change: { status: 'unanswered', answerBy: null },
      data: sideOf(state),
    }),
  },
  /** What was missed while the desk was away is told once. */
  reminder: {
    when({ state, calendar, remindersAt }) {
      const { rules, askedAt, remindedAt, answerBy } = state;
      if (!asksWhom(state.status)) return null;
      const asked = dayZero(calendar, askedAt);
      const times = [...rules.reminderBusinessDays]
        .sort((one, other) => one - other)
        .map((days) => calendar.at(calendar.addBusinessDays(asked, days), remindersAt));
      const next = times.find((at) => remindedAt === null || at > remindedAt);
      return next === undefined || (answerBy !== null && next >= answerBy) ? null : next;
    },
    whenDue: (state, at) => ({ type: 'reminded', change: { remindedAt: at }, data: sideOf(state) }),
  },
  'follow-up': {
    when: ({ state, calendar, remindersAt }) =>
      state.status === 'introduced' && state.introducedAt
        ? morningAfter({ calendar, remindersAt, from: state.introducedAt, days: state.rules.followUpDays })
        : null,
    whenDue: (_state, at) => ({
      type: 'follow-up-asked',
      change: { status: 'following-up', followedUpAt: at, answerBy: null },
    }),
  },
  /** Answered by both or not. */
  close: {
    when: ({ state }) => (state.status === 'following-up' ? state.answerBy : null),
    whenDue: () => ({ type: 'closed', change: { status: 'closed', answerBy: null } }),
  },
};

const sideOf = ({ status }: IntroductionState) => {
  const side = asksWhom(status);
  return side ? { side } : {};
};

/** The hour of reminders of the business day that is so many calendar days later, or comes next after that. */
export function morningAfter({
  calendar,
  remindersAt,
  from,
  days,
}: Omit<IntroductionDueInput, 'state'> & { from: Instant; days: number }): Instant {
  return calendar.at(calendar.addBusinessDays(addDays(calendar.dateOf(from), days), 0), remindersAt);
}

/** The first that comes. */
export function nextIntroductionDeadline(input: IntroductionDueInput): IntroductionDeadline | null {
  return (Object.keys(DUE) as IntroductionDeadlineKind[]).reduce<IntroductionDeadline | null>(
    (first, kind) => {
      const at = DUE[kind].when(input);
      return at !== null && (first === null || at < first.at) ? { kind, at } : first;
    },
    null,
  );
}

/** A deadline came without the command that would have ended it. Undefined: a kind that another version planned. Pure. */
export function whenIntroductionIsDue(
  state: IntroductionState,
  { kind }: IntroductionDeadline,
  at: Instant,
): IntroductionDecided | undefined {
  const row: DueSheet | undefined = DUE[kind];
  return row && introductionTransition(state, row.whenDue(state, at), { at });
}

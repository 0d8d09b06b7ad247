import { nextBusinessDayAfter } from '../../time/calendar-days.js';
import type { Instant } from '../../time/instant.js';
import { stopClock } from '../decisions/outcomes.js';
import { atReminderTime, type Due, type DueInput, type DueSheet } from './sheet.js';

/** Waiting for courses or for an answer: reminders, then the lapse. */
interface Wait {
  from: Instant;
  rule: { reminderDays: number[]; lapseDays: number };
}

type WaitOf = (input: DueInput) => Wait | null;

const forCourses: WaitOf = ({ state, program }) =>
  state.status === 'awaiting-prerequisites'
    ? { from: state.waitingSince ?? state.openedAt, rule: program.prerequisites }
    : null;

const forInformation: WaitOf = ({ state, program }) =>
  state.status === 'awaiting-information' && state.waitingSince
    ? { from: state.waitingSince, rule: program.clock.information }
    : null;

function after(input: DueInput, from: Instant, calendarDays: number): Due {
  const day = nextBusinessDayAfter({ calendar: input.calendar, from, calendarDays });
  return { n: calendarDays, at: atReminderTime(input, day) };
}

const reminder = (waitOf: WaitOf, event: DueSheet['event']): DueSheet => ({
  event,
  when(input) {
    const wait = waitOf(input);
    return wait ? wait.rule.reminderDays.map((days) => after(input, wait.from, days)) : [];
  },
});

const lapse = (waitOf: WaitOf): DueSheet => ({
  event: 'lapsed',
  when(input) {
    const wait = waitOf(input);
    return wait ? [after(input, wait.from, wait.rule.lapseDays)] : [];
  },
  whenDue: (state, { kind, n }, at) => ({
    change: { status: 'lapsed', ...stopClock(state, at) },
    data: { reason: kind, n, clock: 'stopped' },
  }),
});

export const prerequisitesReminder = reminder(forCourses, 'prerequisites-reminded');
export const prerequisitesLapse = lapse(forCourses);
export const informationReminder = reminder(forInformation, 'information-reminded');
export const informationLapse = lapse(forInformation);

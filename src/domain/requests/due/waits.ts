import type { Program } from '../../program/program.schema.js';
import { nextBusinessDayAfter } from '../../time/calendar-days.js';
import type { Instant, IsoDate } from '../../time/instant.js';
import { stopClock } from '../decisions/outcomes.js';
import type { RequestState } from '../state.js';
import { isWaiting, type StatusIn } from '../statuses.js';
import { atReminderTime, type Due, type DueInput, type DueSheet } from './sheet.js';

/** Waiting for courses or for an answer: reminders, then the lapse. */
interface Wait {
  from: Instant;
  rule: { reminderDays: number[]; lapseDays: number };
}

/** How long is waited in a status, or which deadline of its own ends it: no wait is without an end. */
const LASTS: Record<
  StatusIn<'waiting'>,
  ((program: Program) => Wait['rule']) | keyof typeof WHILE_WAITING
> = {
  'awaiting-prerequisites': ({ prerequisites }) => prerequisites,
  'awaiting-information': ({ clock }) => clock.information,
};

type Waiting = Pick<RequestState, 'status' | 'waitingSince'> & Partial<Pick<RequestState, 'openedAt'>>;

function waitOf({ status, waitingSince, openedAt }: Waiting, program: Program): Wait | null {
  const lasts = isWaiting(status) ? LASTS[status] : null;
  const from = waitingSince ?? (status === 'awaiting-prerequisites' ? openedAt : undefined);
  return typeof lasts === 'function' && from ? { from, rule: lasts(program) } : null;
}

/** The day on which the wait a request is in ends by itself; null: it waits for nothing. */
export function lapseDate(
  waiting: Waiting,
  { calendar, program }: Pick<DueInput, 'calendar' | 'program'>,
): IsoDate | null {
  const wait = waitOf(waiting, program);
  return wait && calendar.dateOf(dayAfter({ calendar }, wait.from, wait.rule.lapseDays));
}

const dayAfter = ({ calendar }: Pick<DueInput, 'calendar'>, from: Instant, calendarDays: number): Instant =>
  nextBusinessDayAfter({ calendar, from, calendarDays });

const after = (input: DueInput, from: Instant, calendarDays: number): Due => ({
  n: calendarDays,
  at: atReminderTime(input, dayAfter(input, from, calendarDays)),
});

/** What falls due in a wait, so many days after it began. */
const duringWait =
  (status: StatusIn<'waiting'>, daysOf: (rule: Wait['rule']) => number[]): DueSheet['when'] =>
  (input) => {
    const wait = input.state.status === status ? waitOf(input.state, input.program) : null;
    return wait ? daysOf(wait.rule).map((days) => after(input, wait.from, days)) : [];
  };

const reminder = (status: StatusIn<'waiting'>, event: DueSheet['event']): DueSheet => ({
  event,
  when: duringWait(status, ({ reminderDays }) => reminderDays),
});

const lapse = (status: StatusIn<'waiting'>): DueSheet => ({
  event: 'lapsed',
  when: duringWait(status, ({ lapseDays }) => [lapseDays]),
  whenDue: (state, { kind, n }, at) => ({
    change: { status: 'lapsed', ...stopClock(state, at) },
    data: { reason: kind, n, clock: 'stopped' },
  }),
});

export const WHILE_WAITING = {
  'prerequisites-reminder': reminder('awaiting-prerequisites', 'prerequisites-reminded'),
  'prerequisites-lapse': lapse('awaiting-prerequisites'),
  'information-reminder': reminder('awaiting-information', 'information-reminded'),
  'information-lapse': lapse('awaiting-information'),
};

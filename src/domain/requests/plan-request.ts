import type { Program } from '../program/program.schema.js';
import type { BusinessCalendar } from '../time/calendar.js';
import { nextBusinessDayAfter } from '../time/calendar-days.js';
import { planning } from '../time/cannot-plan.js';
import { readClock } from '../time/clock.js';
import type { Instant, IsoDate } from '../time/instant.js';
import { pastDueSteps } from '../time/past-due.js';
import { pausesOf } from '../time/pauses.js';
import { dayZero } from '../time/receipt.js';
import { courtDatePassedAt, courtWarnings, targetFor } from '../time/second-clock.js';
import type { ClockReading } from '../time/types.js';
import { expectedDueAt } from './answer-by.js';
import { type Deadline, type DeadlineKind, deadlineKey, type RequestState } from './state.js';
import { isOpen } from './statuses.js';

export interface PlanInput {
  state: RequestState;
  calendar: BusinessCalendar;
  program: Program;
  courtDate: IsoDate | null;
  at: Instant;
}

/** Everything dated about a request: its clock, its target, and what falls due next by itself. */
export interface RequestPlan {
  reading: ClockReading;
  targetAt: Instant | null;
  targetIsCourt: boolean;
  next: Deadline | null;
}

/**
 * Computes the plan from the state on today's calendar. Called in activities and transactions, never in workflows.
 * @throws CannotPlan
 */
export function planRequest(input: PlanInput): RequestPlan {
  return planning(() => {
    const planned = plan(input);
    for (const at of [planned.reading.dueAt, planned.targetAt, planned.next?.at]) inOurYears(at);
    return planned;
  });
}

/** Years of four digits are what databases and people can do with. */
function inOurYears(at: Instant | null | undefined): void {
  if (at && !/^(?!0000)\d{4}-/.test(at)) throw new RangeError('not a year to plan with');
}

function plan(input: PlanInput): RequestPlan {
  const { state, calendar, program, courtDate, at } = input;
  const reading = readClock({ calendar, events: state.clock, promiseDays: state.promiseBusinessDays, at });
  const target = targetFor({
    calendar,
    promiseDueAt: reading.dueAt,
    courtDate,
    businessDaysBefore: program.clock.courtDeadline.targetBusinessDaysBefore,
  });
  const targetIsCourt =
    target.targetIsCourt && isBefore(target.targetAt, expectedDueAt(calendar, at, reading));
  return { reading, targetAt: target.targetAt, targetIsCourt, next: nextDeadline(input, reading) };
}

function isBefore(a: Instant | null, b: Instant): boolean {
  return a !== null && a < b;
}

function nextDeadline(input: PlanInput, reading: ClockReading): Deadline | null {
  if (!isOpen(input.state.status)) return null;
  const upcoming = [
    ...waits(input),
    ...courtDeadlines(input),
    ...(reading.state === 'running' ? runningDeadlines(input, reading) : []),
  ];
  const pending = upcoming.filter((deadline) => deadlineKey(deadline) > input.state.cursor);
  return pending.reduce<Deadline | null>(
    (first, deadline) => (first === null || deadlineKey(deadline) < deadlineKey(first) ? deadline : first),
    null,
  );
}

/** The program's time of day for reminders, on the day of an instant. */
function atReminderTime(
  { calendar, program }: Pick<PlanInput, 'calendar' | 'program'>,
  at: Instant,
): Instant {
  return calendar.at(calendar.dateOf(at), program.clock.remindersAt);
}

/** Waiting for courses or for an answer: reminders, then the lapse. */
function waits(input: PlanInput): Deadline[] {
  const { state, calendar, program } = input;
  const wait = (
    from: Instant,
    what: 'prerequisites' | 'information',
    rule: { reminderDays: number[]; lapseDays: number },
  ) => {
    const on = (kind: DeadlineKind, calendarDays: number): Deadline => ({
      kind,
      n: calendarDays,
      at: atReminderTime(input, nextBusinessDayAfter({ calendar, from, calendarDays })),
    });
    return [
      ...rule.reminderDays.map((days) => on(`${what}-reminder`, days)),
      on(`${what}-lapse`, rule.lapseDays),
    ];
  };
  if (state.status === 'awaiting-prerequisites') {
    return wait(state.waitingSince ?? state.openedAt, 'prerequisites', program.prerequisites);
  }
  if (state.status === 'awaiting-information' && state.waitingSince) {
    return wait(state.waitingSince, 'information', program.clock.information);
  }
  return [];
}

/** The second clock is never paused; warnings that were past when the date was told are sent once. */
function courtDeadlines(input: PlanInput): Deadline[] {
  const { state, calendar, program, courtDate } = input;
  if (!courtDate) return [];
  const since = state.courtDateSince;
  const warnings = courtWarnings({
    calendar,
    courtDate,
    businessDaysBefore: program.clock.courtDeadline.warnings,
  }).map(
    (warning): Deadline => ({
      kind: 'court-warning',
      at: atReminderTime(input, warning.at),
      n: warning.businessDaysBefore,
    }),
  );
  const missed = warnings.filter((warning) => warning.at <= since).at(-1);
  const ahead = warnings.filter((warning) => warning.at > since);
  const passedAt = atReminderTime(input, courtDatePassedAt({ calendar, courtDate }));
  return [
    ...(missed ? [{ ...missed, at: since }] : []),
    ...ahead,
    ...(passedAt > since ? [{ kind: 'court-passed' as const, at: passedAt, n: 0 }] : []),
  ];
}

function runningDeadlines(input: PlanInput, reading: ClockReading): Deadline[] {
  const { state, calendar, program } = input;
  const { dueAt } = reading;
  if (!dueAt) return [];
  return [
    ...unassignedReminder(input),
    ...dueReminders(input, dueAt),
    ...escalation({ state, calendar, program, dueAt }),
  ];
}

function unassignedReminder({ state, calendar, program }: PlanInput): Deadline[] {
  const started = state.clock[0];
  if (state.assigneeId || !started || started.type !== 'started') return [];
  const day = calendar.addBusinessDays(dayZero(calendar, started.at), program.clock.unassignedReminderDay);
  return ahead(state, [
    {
      kind: 'unassigned-reminder',
      n: program.clock.unassignedReminderDay,
      at: calendar.at(day, program.clock.remindersAt),
    },
  ]);
}

function dueReminders({ state, calendar, program }: PlanInput, dueAt: Instant): Deadline[] {
  if (!state.assigneeId) return [];
  const due = calendar.dateOf(dueAt);
  return ahead(
    state,
    program.clock.dueReminderBusinessDaysBefore.map((days) => ({
      kind: 'due-reminder' as const,
      n: days,
      at: calendar.at(calendar.addBusinessDays(due, -days), program.clock.remindersAt),
    })),
  );
}

/** Reminders that lay in the past when the work began anew (assigned, resumed, extended) are not sent late. */
function ahead(state: RequestState, deadlines: Deadline[]): Deadline[] {
  const moved = state.clock.filter((event) => event.type !== 'floor').at(-1)?.at ?? state.openedAt;
  const begun = [state.openedAt, state.assignedAt ?? '', moved];
  return deadlines.filter((deadline) => begun.every((at) => deadline.at > at));
}

function escalation(args: {
  state: RequestState;
  calendar: BusinessCalendar;
  program: Program;
  dueAt: Instant;
}): Deadline[] {
  const { state, dueAt } = args;
  const step = pastDueStep(args);
  let n = state.pastDue.steps + 1;
  if (state.pastDue.dueAt !== dueAt) {
    // A deadline that was moved counts anew; steps that lay behind the move are not made up for.
    const since = lastMove(state);
    n = 1;
    for (let next = step(n); next !== null && next <= since; next = step(n)) n += 1;
  }
  const at = step(n);
  return at ? [{ kind: 'escalation', n, at }] : [];
}

function lastMove(state: RequestState): Instant {
  const clock = state.clock.at(-1)?.at ?? state.openedAt;
  return [clock, state.movedAt ?? '', state.openedAt].sort().at(-1) ?? state.openedAt;
}

function pastDueStep(args: {
  state: RequestState;
  calendar: BusinessCalendar;
  program: Program;
  dueAt: Instant;
}) {
  const { state, calendar, program, dueAt } = args;
  const steps = pastDueSteps({
    calendar,
    dueAt,
    everyBusinessDays: program.clock.escalateEveryBusinessDays,
    pauses: pausesOf({ calendar, events: state.clock }),
  });
  return (n: number): Instant | null => {
    const at = steps(n);
    return at && atReminderTime({ calendar, program }, at);
  };
}

/** How many past-due steps lie behind an instant: an imported request starts after them. */
export function stepsBehind(args: {
  state: RequestState;
  calendar: BusinessCalendar;
  program: Program;
  dueAt: Instant;
  at: Instant;
}): number {
  const step = pastDueStep(args);
  let n = 0;
  for (let next = step(1); next !== null && next <= args.at; next = step(n + 1)) n += 1;
  return n;
}

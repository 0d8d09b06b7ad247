import type { BusinessCalendar } from './calendar.js';
import type { Instant, IsoDate } from './instant.js';
import { dayZero } from './receipt.js';
import type { ClockEvent, ClockState } from './types.js';

/** A stretch in which the clock runs: business days after day zero count, the pause day included. */
export interface ClockRun {
  dayZero: IsoDate;
  /** The due date is not before this one (a closure was removed). */
  floor: IsoDate | null;
  paused: { at: Instant; date: IsoDate } | null;
}

/** Typed events, sorted into runs. */
export interface ClockRuns {
  state: ClockState;
  /** Business days promised, extensions included. */
  total: number;
  startedAt: Instant | null;
  stoppedAt: Instant | null;
  runs: ClockRun[];
}

/**
 * An event that cannot apply (a second start, a resume while running, anything after the stop) changes
 * nothing: a fact told twice must not move a deadline.
 * A floor stays for the rest of the clock. Pausing and resuming moves the due date past it or leaves it
 * standing; dropping it would let a pause shorten the deadline.
 */
export function sortIntoRuns(args: {
  calendar: BusinessCalendar;
  events: readonly ClockEvent[];
  promiseDays: number;
}): ClockRuns {
  const { calendar, events, promiseDays } = args;
  const clock: ClockRuns = {
    state: 'not-started',
    total: promiseDays,
    startedAt: null,
    stoppedAt: null,
    runs: [],
  };
  let floor: IsoDate | null = null;
  for (const event of events) {
    if (clock.state === 'stopped') break;
    const run = clock.runs.at(-1);
    switch (event.type) {
      case 'started':
        if (clock.state !== 'not-started') break;
        clock.state = 'running';
        clock.startedAt = event.at;
        clock.runs.push({ dayZero: dayZero(calendar, event.at), floor, paused: null });
        break;
      case 'paused':
        if (clock.state !== 'running' || !run) break;
        clock.state = 'paused';
        run.paused = { at: event.at, date: calendar.dateOf(event.at) };
        break;
      case 'resumed':
        if (clock.state !== 'paused') break;
        clock.state = 'running';
        clock.runs.push({ dayZero: dayZero(calendar, event.at), floor, paused: null });
        break;
      case 'extended':
        clock.total += event.businessDays;
        break;
      case 'floor':
        if (floor === null || event.dueDate > floor) floor = event.dueDate;
        if (clock.state === 'running' && run) run.floor = floor;
        break;
      case 'stopped':
        clock.state = 'stopped';
        clock.stoppedAt = event.at;
        break;
    }
  }
  return clock;
}

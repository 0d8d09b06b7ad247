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
  const sorting: Sorting = { clock, calendar, floor: null };
  for (const event of events) {
    if (clock.state === 'stopped') break;
    (SORT[event.type] as Sort<ClockEvent>)(sorting, event);
  }
  return clock;
}

interface Sorting {
  clock: ClockRuns;
  calendar: BusinessCalendar;
  floor: IsoDate | null;
}

type Sort<Event> = (sorting: Sorting, event: Event) => void;

/** A row per event. */
const SORT: { [Type in ClockEvent['type']]: Sort<Extract<ClockEvent, { type: Type }>> } = {
  started(sorting, { at }) {
    const { clock } = sorting;
    if (clock.state !== 'not-started') return;
    clock.startedAt = at;
    run(sorting, at);
  },
  paused({ clock, calendar }, { at }) {
    const last = clock.runs.at(-1);
    if (clock.state !== 'running' || !last) return;
    clock.state = 'paused';
    last.paused = { at, date: calendar.dateOf(at) };
  },
  resumed(sorting, { at }) {
    if (sorting.clock.state === 'paused') run(sorting, at);
  },
  extended({ clock }, { businessDays }) {
    clock.total += businessDays;
  },
  floor(sorting, { dueDate }) {
    const { clock, floor } = sorting;
    if (floor === null || dueDate > floor) sorting.floor = dueDate;
    const last = clock.runs.at(-1);
    if (clock.state === 'running' && last) last.floor = sorting.floor;
  },
  stopped({ clock }, { at }) {
    clock.state = 'stopped';
    clock.stoppedAt = at;
  },
};

function run({ clock, calendar, floor }: Sorting, at: Instant): void {
  clock.state = 'running';
  clock.runs.push({ dayZero: dayZero(calendar, at), floor, paused: null });
}

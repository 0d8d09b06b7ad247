import type { Instant } from '../../time/instant.js';
import type { ClockReading } from '../../time/types.js';
import type { RequestEventType } from '../events.js';
import type { PlanInput } from '../plan.js';
import type { Deadline, RequestEventData, RequestState } from '../state.js';

export interface DueInput extends PlanInput {
  reading: ClockReading;
}

/** One of its kind: days after, business days before, or the step's number. */
export type Due = Pick<Deadline, 'n' | 'at'>;

/** A kind of deadline: when it comes, and what happens when nobody did what would have prevented it. Pure. */
export interface DueSheet {
  /** Of an open request; past ones among them are sorted out by the cursor. Asked in activities, never in workflows. */
  when: (input: DueInput) => Due[];
  event: RequestEventType;
  /** Absent: it is told, and nothing else changes. */
  whenDue?: (
    state: RequestState,
    deadline: Deadline,
    at: Instant,
  ) => { change: Partial<RequestState>; data: RequestEventData };
}

/** The program's time of day for reminders, on the day of an instant. */
export function atReminderTime(
  { calendar, program }: Pick<PlanInput, 'calendar' | 'program'>,
  at: Instant,
): Instant {
  return calendar.at(calendar.dateOf(at), program.clock.remindersAt);
}

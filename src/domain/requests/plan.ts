import type { Program } from '../program/program.schema.js';
import type { BusinessCalendar } from '../time/calendar.js';
import type { Instant, IsoDate } from '../time/instant.js';
import type { ClockReading } from '../time/types.js';
import type { Deadline, RequestState } from './state.js';

/** What dates are computed from, on the calendar of the day. */
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
  /** By when an open follow-up is promised; of an answered one when it was. */
  followUpDueAt: Instant | null;
  /** The day on which it closes by itself, if nothing comes before. */
  closesOn: IsoDate | null;
}

import type { StaffRole } from '../people/actor.js';
import type { Instant, IsoDate } from '../time/instant.js';
import type { AbsenceStatus, Cover } from './absence-statuses.js';

/** What falls due by itself: `absence-due.ts`. */
export type AbsenceDeadlineKind = 'begin' | 'return';

export interface AbsenceDeadline {
  kind: AbsenceDeadlineKind;
  at: Instant;
}

/** What of an absence may be changed. */
export interface AbsenceTerms {
  /** The first and the last day away, in the program's zone. */
  firstDay: IsoDate;
  lastDay: IsoDate;
  /** A staff id; null: whoever stood in has left. */
  standInId: string | null;
  work: Cover;
  /** What was handed over comes back at the return. */
  takeBack: boolean;
}

/** The process state of somebody's time away: JSON-safe; ids, days and codes. */
export interface AbsenceState extends AbsenceTerms {
  v: 1;
  absenceId: string;
  personId: string;
  seq: number;
  status: AbsenceStatus;
  /** The longest it may be, from the program it was set under. */
  longestDays: number;
  setAt: Instant;
  /** As last read from the calendar: 9:00 of the first day, and of the first business day after the last. */
  beginsAt: Instant | null;
  returnsAt: Instant | null;
  next: AbsenceDeadline | null;
  handled: string[];
}

export type AbsenceCommand =
  | ({ kind: 'change' } & Partial<AbsenceTerms>)
  /** It has not begun, and never will. */
  | { kind: 'cancel' }
  /** They are back before the day. */
  | { kind: 'end' };

export interface AbsenceCommandEnvelope {
  v: 1;
  commandId: string;
  actor: string;
  role: StaffRole | null;
  notAfter: Instant;
  onBehalfOf: string | null;
  expected?: { seq: number; version: number };
  command: AbsenceCommand;
}

/** Sent as signals through the outbox. */
export type AbsenceFact =
  | { v: 1; kind: 'calendar-changed'; changeId: string; at: Instant }
  /** Somebody may not sign in any more: whoever is away, or whoever stands in. */
  | { v: 1; kind: 'left'; staffId: string; at: Instant };

export type AbsenceEventType =
  | 'planned'
  | 'changed'
  | 'cancelled'
  | 'begun'
  | 'returned'
  | 'person-left'
  | 'stand-in-left'
  | 'calendar-changed';

export interface AbsenceEventData extends Partial<AbsenceTerms> {
  /** Who stood in until now. */
  before?: string | null;
  /** Back before the day. */
  early?: boolean;
  changeId?: string;
}

/** What changed, as recorded: codes and ids only. */
export interface AbsenceEvent {
  seq: number;
  type: AbsenceEventType;
  at: Instant;
  /** `system`, `user:<id>`, `key:<id>`. */
  actor: string;
  onBehalfOf: string | null;
  commandId: string | null;
  data: AbsenceEventData;
}

import type { StaffRole } from '../people/actor.js';
import type { ConductRules } from '../program/conduct.schema.js';
import type { Instant } from '../time/instant.js';
import type { ReviewStatus } from './review-statuses.js';

/** What falls due by itself: `review-due.ts`. */
export type ReviewDeadlineKind = 'expiry' | 'decision-reminder' | 'appeal-reminder' | 'appeal-overdue';

export interface ReviewDeadline {
  kind: ReviewDeadlineKind;
  at: Instant;
}

/** The process state of a conduct review: JSON-safe; nothing of what was done, and not of whom it is. */
export interface ReviewState {
  v: 1;
  reviewId: string;
  seq: number;
  status: ReviewStatus;
  /** From the program it was opened under. */
  rules: ConductRules;
  openedAt: Instant;
  notifiedAt: Instant | null;
  /** How often the person has replied to the notice. */
  replies: number;
  refusedAt: Instant | null;
  /** Who decided the refusal, as actor reference. */
  refusedBy: string | null;
  endsAt: Instant | null;
  /** The last moment for an appeal, as last read from the calendar. A calendar that changes never takes time away. */
  appealUntil: Instant | null;
  appealedAt: Instant | null;
  /** By when the appeal is to be decided. */
  decideBy: Instant | null;
  /** When directors were last reminded of what waits for them now, and when an appeal past due was last told. */
  remindedAt: Instant | null;
  escalatedAt: Instant | null;
  next: ReviewDeadline | null;
  handled: string[];
}

/** Ids, codes and instants; the words are beside it, sealed. */
export type ReviewCommand =
  | { kind: 'notify' }
  | { kind: 'reply' }
  | { kind: 'refuse'; endsAt: Instant }
  | { kind: 'dismiss' }
  | { kind: 'appeal' }
  /** `others`: the program has several directors, so that whoever refused need not decide. */
  | { kind: 'decide-appeal'; upheld: boolean; others: boolean };

export interface ReviewCommandEnvelope {
  v: 1;
  commandId: string;
  actor: string;
  /** Null: the person themself. */
  role: StaffRole | null;
  notAfter: Instant;
  onBehalfOf: string | null;
  expected?: { seq: number; version: number };
  command: ReviewCommand;
}

/** Sent as signals through the outbox. */
export type ReviewFact = { v: 1; kind: 'calendar-changed'; changeId: string; at: Instant };

export type ReviewEventType =
  | 'opened'
  | 'notified'
  | 'replied'
  | 'refused'
  | 'dismissed'
  | 'appealed'
  | 'appeal-upheld'
  | 'appeal-reversed'
  | 'expired'
  | 'decision-reminded'
  | 'appeal-reminded'
  | 'appeal-escalated'
  | 'calendar-changed';

export interface ReviewEventData {
  endsAt?: Instant;
  /** A refusal that stood was taken back. */
  lifted?: boolean;
  /** Whoever refused decided the appeal, being the only director. */
  alone?: boolean;
  changeId?: string;
}

/** What changed, as recorded: codes and instants only. */
export interface ReviewEvent {
  seq: number;
  type: ReviewEventType;
  at: Instant;
  /** `system`, `user:<id>`, `key:<id>`, `person:<id>`. */
  actor: string;
  onBehalfOf: string | null;
  commandId: string | null;
  data: ReviewEventData;
}

import type { StaffRole } from '../people/actor.js';
import type { MentoringRules } from '../program/mentoring.schema.js';
import type { Instant } from '../time/instant.js';
import type { EndReason, IntroductionStatus, Useful } from './introduction-statuses.js';

/** The two who may be introduced to each other. */
export const SIDES = ['requester', 'mentor'] as const;
export type Side = (typeof SIDES)[number];

/** What falls due by itself: `introduction-due.ts`. */
export type IntroductionDeadlineKind = 'unanswered' | 'reminder' | 'follow-up' | 'close';

export interface IntroductionDeadline {
  kind: IntroductionDeadlineKind;
  at: Instant;
}

/** How it went, by the codes of the two questions. */
export interface HowItWent {
  met: boolean;
  /** Null: they did not meet. */
  useful: Useful | null;
}

/** The process state of an introduction: JSON-safe; codes and instants, and not of whom it is. */
export interface IntroductionState {
  v: 1;
  introductionId: string;
  seq: number;
  status: IntroductionStatus;
  /** From the program it was proposed under. */
  rules: MentoringRules;
  proposedAt: Instant;
  /** When whoever is asked now was asked. */
  askedAt: Instant;
  remindedAt: Instant | null;
  introducedAt: Instant | null;
  followedUpAt: Instant | null;
  /** The last moment to answer, as last read from the calendar. A calendar that changes never takes time away. */
  answerBy: Instant | null;
  answers: Partial<Record<Side, HowItWent>>;
  next: IntroductionDeadline | null;
  handled: string[];
}

/** Ids, codes and instants; the words are beside it, sealed. */
export type IntroductionCommand =
  /** `mentorFree`: the mentor has room, and has neither paused nor left. */
  | { kind: 'consent'; side: Side; mentorFree: boolean }
  | { kind: 'decline'; side: Side }
  | { kind: 'withdraw'; side: 'requester' }
  | ({ kind: 'answer'; side: Side } & HowItWent)
  | { kind: 'end'; reason: EndReason };

export interface IntroductionEnvelope {
  v: 1;
  commandId: string;
  actor: string;
  /** Null: one of the two themselves. */
  role: StaffRole | null;
  notAfter: Instant;
  onBehalfOf: string | null;
  expected?: { seq: number; version: number };
  command: IntroductionCommand;
}

/** Sent as signals through the outbox. */
export type IntroductionFact =
  | { v: 1; kind: 'calendar-changed'; changeId: string; at: Instant }
  | { v: 1; kind: 'mentor-left'; at: Instant }
  /** Two records became one: the same two are being introduced twice, and the other introduction goes on. */
  | { v: 1; kind: 'joined'; at: Instant };

export type IntroductionEventType =
  | 'proposed'
  | 'requester-consented'
  | 'mentor-unavailable'
  | 'declined'
  | 'withdrawn'
  | 'introduced'
  | 'reminded'
  | 'unanswered'
  | 'follow-up-asked'
  | 'answered'
  | 'closed'
  | 'ended'
  | 'joined'
  | 'calendar-changed';

export interface IntroductionEventData {
  /** Whose act, or whose silence it is. */
  side?: Side;
  met?: boolean;
  useful?: Useful | null;
  reason?: EndReason;
  /** How it stood before. */
  was?: IntroductionStatus;
  changeId?: string;
  /** Of a reminder, as it is recorded: none was written, as the mentor had no room. */
  withoutMail?: boolean;
}

/** What changed, as recorded: codes and instants only. */
export interface IntroductionEvent {
  seq: number;
  type: IntroductionEventType;
  at: Instant;
  /** `system`, `user:<id>`, `key:<id>`, `person:<id>`. */
  actor: string;
  onBehalfOf: string | null;
  commandId: string | null;
  data: IntroductionEventData;
}

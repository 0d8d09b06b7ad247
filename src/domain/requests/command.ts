import type { StaffRole } from '../people/actor.js';
import type { Instant, IsoDate } from '../time/instant.js';

export const REDIRECTIONS = ['legal-working-group', 'resources', 'workshop', 'referral', 'mentor'] as const;
export type Redirection = (typeof REDIRECTIONS)[number];
export const DECLINE_POLICIES = ['scope', 'ethics', 'overuse', 'not-served'] as const;
export type DeclinePolicy = (typeof DECLINE_POLICIES)[number];

/**
 * What people ask of a running request. Codes and ids only: the words (question, reason, answer, draft)
 * wait in the database under the same command id.
 */
export type RequestCommand =
  | { kind: 'assign'; assigneeId: string }
  | { kind: 'request-information' }
  /** Resources and workshop are ids of the program. */
  | { kind: 'redirect'; to: Redirection; resources?: string[]; workshop?: string }
  | { kind: 'decline'; policy: DeclinePolicy }
  | { kind: 'extend'; businessDays: number }
  /** `draftId`: the draft that stood when it was decided, under review the one submitted; commands of before don't name it. */
  | { kind: 'submit-for-review'; draftAuthor: string; draftId?: string }
  | { kind: 'return-response' }
  | { kind: 'send-response'; draftAuthor: string; draftId?: string }
  /** `samePerson`: both were sent by one person. Commands of before it was asked for don't say. */
  | { kind: 'merge'; into: string; samePerson?: boolean }
  | { kind: 'reprioritise'; urgent: boolean }
  | { kind: 'close' }
  | { kind: 'reopen' }
  /** `missing` = courses the new kind needs and the requester has not passed. */
  | { kind: 'reclassify'; requestKind: string; documentKind: string | null; missing: string[] }
  | { kind: 'change-deadline' }
  | { kind: 'answer-information'; newSupervisor: boolean }
  | { kind: 'withdraw' }
  | { kind: 'confirm-supervisor'; confirms: boolean };

export type RequestCommandKind = RequestCommand['kind'];

/** Sent with the update. `commandId` is also the update id and the key of the pending text. */
export interface RequestCommandEnvelope {
  v: 1;
  commandId: string;
  /** `user:<id>`, `key:<id>`, `person:<id>`. */
  actor: string;
  role: StaffRole | null;
  /** A decision that reaches the workflow later than this is refused: it was made on another day's facts. */
  notAfter: Instant;
  /** Set by `If-Match`: what the row said when this was decided. */
  expected?: { seq: number; version: number };
  /** Set when staff act for the requester: `person:<id>`. */
  onBehalfOf: string | null;
  command: RequestCommand;
}

/** Facts, sent as signals through the outbox; `at` is when they became known here. */
export type RequestFact =
  | { v: 1; kind: 'course-completed'; courseId: string; at: Instant }
  | { v: 1; kind: 'calendar-changed'; changeId: string; floor: IsoDate | null; at: Instant }
  | { v: 1; kind: 'merged-in'; from: string; receivedAt: Instant; courtDateChanged: boolean; at: Instant };

import type { StaffRole } from '../people/actor.js';
import type { Instant } from '../time/instant.js';
import type { CallCommand } from './call-decisions.js';

/** Sent with the update. `commandId` is also the update id and the key of the pending text. */
export interface CallCommandEnvelope {
  v: 1;
  commandId: string;
  actor: string;
  role: StaffRole | null;
  /** A decision that reaches the workflow later than this is refused. */
  notAfter: Instant;
  /** Set by `If-Match`: what the row said when this was decided. */
  expected?: { seq: number; version: number };
  command: CallCommand;
}

/** Facts, sent as signals through the outbox; `at` is when they became known here. */
export type CallFact =
  | { v: 1; kind: 'attendance-known'; at: Instant }
  | { v: 1; kind: 'calendar-changed'; changeId: string; at: Instant }
  /** Told by recording the cut-off itself. */
  | { v: 1; kind: 'questions-counted'; count: number; at: Instant };

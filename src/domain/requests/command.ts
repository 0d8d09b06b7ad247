import type { StaffRole } from '../people/actor.js';
import type { Instant, IsoDate } from '../time/instant.js';
import type { RequestCommand } from './decisions.js';

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
  | { v: 1; kind: 'closing-held'; at: Instant }
  | { v: 1; kind: 'closing-resumed'; at: Instant }
  | { v: 1; kind: 'merged-in'; from: string; receivedAt: Instant; courtDateChanged: boolean; at: Instant }
  /** Its assignee is away, or is back: it, or a task of it, goes to somebody else if it is still theirs. */
  | {
      v: 1;
      kind: 'work-moved';
      absenceId: string;
      covers: 'away' | 'back';
      task: string | null;
      from: string;
      to: string;
      at: Instant;
    }
  | {
      v: 1;
      kind: 'worksheet-attached';
      requestKind: string;
      documentKind: string;
      /** Courses the new kind needs and the requester has not passed. */
      missing: string[];
      at: Instant;
    };

import type { StaffRole } from '../people/actor.js';
import type { Instant } from '../time/instant.js';
import type { RecipientKind, SignedHow } from './release-scope.js';
import type { ReleaseStatus } from './release-statuses.js';

/** What falls due by itself: `release-due.ts`. */
export type ReleaseDeadlineKind = 'expiry' | 'lapse' | 'warning';

export interface ReleaseDeadline {
  kind: ReleaseDeadlineKind;
  at: Instant;
}

/** The process state of a release: JSON-safe; not to whom, not what for. */
export interface ReleaseState {
  v: 1;
  releaseId: string;
  seq: number;
  status: ReleaseStatus;
  recipientKind: RecipientKind;
  openedAt: Instant;
  signedAt: Instant | null;
  /** From then on it lets nothing out. */
  expiresAt: Instant;
  /** When the requester hears that it is about to expire; null: it is too short for that. */
  warnAt: Instant | null;
  /** Until then it can be signed. */
  lapsesAt: Instant;
  next: ReleaseDeadline | null;
  handled: string[];
}

/** Ids, codes and instants; the words are beside it, sealed. */
export type ReleaseCommand = { kind: 'sign' } | { kind: 'decline' } | { kind: 'revoke' };

export interface ReleaseCommandEnvelope {
  v: 1;
  commandId: string;
  actor: string;
  /** Null: the requester. */
  role: StaffRole | null;
  notAfter: Instant;
  onBehalfOf: string | null;
  expected?: { seq: number; version: number };
  command: ReleaseCommand;
}

/** Sent as signals through the outbox: the introduction whose yes it was came to nothing. */
export type ReleaseFact = { v: 1; kind: 'not-needed'; at: Instant };

export type ReleaseEventType =
  | 'asked'
  | 'recorded'
  | 'agreed'
  | 'signed'
  | 'declined'
  | 'taken-back'
  | 'lapsed'
  | 'expiring'
  | 'expired'
  | 'revoked'
  | 'not-needed';

export interface ReleaseEventData {
  how?: SignedHow;
}

/** What changed, as recorded: codes and instants only. */
export interface ReleaseEvent {
  seq: number;
  type: ReleaseEventType;
  at: Instant;
  /** `system`, `user:<id>`, `key:<id>`, `person:<id>`. */
  actor: string;
  onBehalfOf: string | null;
  commandId: string | null;
  data: ReleaseEventData;
}

import type { StaffRole } from '../../people/actor.js';
import type { Permission } from '../../people/permissions.js';
import type { Problem } from '../../result.js';
import type { Instant } from '../../time/instant.js';
import type { RequestEventType } from '../events.js';
import type { RequestEventData, RequestState } from '../state.js';
import type { RequestStatus } from '../statuses.js';

/** Who asks: all that a process knows of them. */
export interface Asking {
  actor: string;
  role: StaffRole | null;
}

/** What was decided: the one event that tells of it, and what it changes. */
export interface Outcome {
  type: RequestEventType;
  change: Partial<RequestState>;
  data?: RequestEventData;
}

/** Who wants to decide about what. `draft`: the one to submit or send, if any was written. */
export interface Deciding extends Asking {
  state: RequestState;
  draft: { id: string; author: string } | null;
  /** The requester asked for a reopening, and nobody has decided. */
  reopeningAsked?: boolean;
  /** A message of the requester waits for a reply. */
  messageWaits?: boolean;
}

/** Something asked of the running process. Pure and synchronous: the workflow's validator asks `refuse`. */
export interface CommandSheet<C> {
  /** In which statuses it may be carried out. */
  allowedIn: readonly RequestStatus[];
  /** What else stands against it. */
  refuse?: (state: RequestState, command: C, asking: Asking) => Problem | null;
  /**
   * Carries out what was permitted. It doesn't ask again: a history may hold what was permitted then and isn't any
   * more, and an error here would stop its process for good.
   */
  carryOut: (state: RequestState, command: C, at: Instant) => Outcome;
}

/** A command that staff decide. */
export interface DecisionSheet<C> extends CommandSheet<C> {
  permission: Permission;
  /** What a harder form of it needs instead. */
  permissionFor?: (command: Partial<C>) => Permission;
  /**
   * Its mildest form: where even that is refused, none of its kind is possible, and pages don't offer it. Null: there is
   * nothing it could be about.
   */
  mildest: (deciding: Deciding) => C | null;
}

/** What staff write beside the process: nothing runs that could refuse it. */
export interface ContentSheet {
  permission: Permission;
  isPossible: (deciding: Deciding) => boolean;
}

/** Types what a row is about. */
export const command = <C extends { kind: string }>(sheet: CommandSheet<C>) => sheet;
export const decision = <C extends { kind: string }>(sheet: DecisionSheet<C>) => sheet;
export const content = (sheet: ContentSheet) => sheet;

import type { Problem } from '../../result.js';
import type { Instant } from '../../time/instant.js';
import type { CallEventData, CallEventType, CallState } from '../call-state.js';
import type { CallStatus } from '../call-statuses.js';

/** What was decided: the one event that tells of it, and what it changes. */
export interface CallOutcome {
  type: CallEventType;
  change: Partial<CallState>;
  data?: CallEventData;
}

/** Something asked of a running call. Pure and synchronous: the workflow's validator asks `refuse`. */
export interface CallSheet<C> {
  allowedIn: readonly CallStatus[];
  /** What else stands against it. */
  refuse: (state: CallState, command: C, at: Instant) => Problem | null;
  /**
   * Carries out what was permitted. It doesn't ask again: a history may hold what was permitted then and isn't any
   * more, and an error here would stop its process for good.
   */
  carryOut: (state: CallState, command: C, at: Instant) => CallOutcome;
  /** Its mildest form: where even that is refused, pages don't offer it. */
  mildest: (state: CallState) => C;
}

/** Types what a row is about. */
export const onCall = <C extends { kind: string }>(sheet: CallSheet<C>) => sheet;

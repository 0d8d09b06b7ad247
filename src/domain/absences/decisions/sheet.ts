import type { Problem } from '../../result.js';
import type { AbsenceState } from '../absence-state.js';
import type { AbsenceStatus } from '../absence-statuses.js';
import type { AbsenceOutcome } from '../absence-transition.js';

/** Something decided about somebody's time away. Pure and synchronous: the workflow's validator asks `refuse`. */
export interface AbsenceSheet<C> {
  allowedIn: readonly AbsenceStatus[];
  /** What else stands against it. */
  refuse?: (state: AbsenceState, command: C) => Problem | null;
  /** Carries out what was permitted. */
  carryOut: (state: AbsenceState, command: C) => AbsenceOutcome;
  /** Its mildest form: where even that is refused, pages don't offer it. */
  mildest: (state: AbsenceState) => C;
}

/** Types what a row is about. */
export const onAbsence = <C extends { kind: string }>(sheet: AbsenceSheet<C>) => sheet;

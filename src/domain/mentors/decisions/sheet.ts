import type { Permission } from '../../people/permissions.js';
import type { Problem } from '../../result.js';
import type { Instant } from '../../time/instant.js';
import type { IntroductionEnvelope, IntroductionState, Side } from '../introduction-state.js';
import type { IntroductionStatus } from '../introduction-statuses.js';
import type { IntroductionOutcome } from '../introduction-transition.js';

/** Who decides, as far as the process knows it. */
export type Deciding = Pick<IntroductionEnvelope, 'actor' | 'role'>;

/** Something decided about a running introduction. Pure and synchronous: the workflow's validator asks `refuse`. */
export interface IntroductionSheet<C> {
  /** Of staff; null: nobody's but the person's own. */
  permission: Permission | null;
  /** In which statuses each side may; absent: it is not theirs. */
  allowedIn: Partial<Record<Side | 'staff', readonly IntroductionStatus[]>>;
  /** Where what may be said with it is kept; absent: nothing is said. */
  words?: 'reason' | 'comment';
  refuse?: (state: IntroductionState, command: C, at: Instant) => Problem | null;
  /** Carries out what was permitted; it doesn't ask again, for a history may hold what was permitted then. */
  carryOut: (state: IntroductionState, command: C, at: Instant) => IntroductionOutcome;
  /** Its mildest form: where even that is refused, pages don't offer it. */
  mildest: (side: Side) => C;
}

/** Types what a row is about. */
export const onIntroduction = <C extends { kind: string }>(sheet: IntroductionSheet<C>) => sheet;

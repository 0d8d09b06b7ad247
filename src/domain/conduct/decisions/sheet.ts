import type { Permission } from '../../people/permissions.js';
import type { Problem } from '../../result.js';
import type { Instant } from '../../time/instant.js';
import type { ConductField } from '../conduct-texts.js';
import type { ReviewCommandEnvelope, ReviewState } from '../review-state.js';
import type { ReviewStatus } from '../review-statuses.js';
import type { ReviewOutcome } from '../review-transition.js';

/** Who decides, and when, as far as the process knows it. */
export type Deciding = Pick<ReviewCommandEnvelope, 'actor' | 'role'>;

/** Something decided about a running review. Pure and synchronous: the workflow's validator asks `refuse`. */
export interface ReviewSheet<C> {
  permission: Permission;
  /** Also, or first of all, whoever the review is about. */
  byPerson?: true;
  allowedIn: readonly ReviewStatus[];
  /** Where what was said with it is kept; absent: nothing is said. */
  words?: ConductField;
  /** What else stands against it. */
  refuse?: (state: ReviewState, command: C, by: Deciding, at: Instant) => Problem | null;
  /** Carries out what was permitted; it doesn't ask again, for a history may hold what was permitted then. */
  carryOut: (state: ReviewState, command: C, by: Deciding, at: Instant) => ReviewOutcome;
  /** Its mildest form: where even that is refused, pages don't offer it. */
  mildest: (at: Instant) => C;
}

/** Types what a row is about. */
export const onReview = <C extends { kind: string }>(sheet: ReviewSheet<C>) => sheet;

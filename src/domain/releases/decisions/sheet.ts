import type { Instant } from '../../time/instant.js';
import type { ReleaseState } from '../release-state.js';
import type { ReleaseStatus } from '../release-statuses.js';
import type { ReleaseOutcome } from '../release-transition.js';

/** Something decided about a release. Pure and synchronous: the workflow's validator asks the same rows. */
export interface ReleaseSheet {
  /** Staff may, too: what they can do for the requester is to stop it. */
  byStaff: boolean;
  byRequester: boolean;
  allowedIn: readonly ReleaseStatus[];
  carryOut: (state: ReleaseState, at: Instant) => ReleaseOutcome;
}

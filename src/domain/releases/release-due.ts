import type { Instant } from '../time/instant.js';
import type { ReleaseDeadline, ReleaseDeadlineKind, ReleaseState } from './release-state.js';
import { type ReleaseDecided, type ReleaseOutcome, releaseTransition } from './release-transition.js';

/** What happens when nobody did what would have prevented it. */
const DUE: Record<ReleaseDeadlineKind, ReleaseOutcome> = {
  expiry: { type: 'expired', change: { status: 'expired', warnAt: null } },
  lapse: { type: 'lapsed', change: { status: 'lapsed', warnAt: null } },
  warning: { type: 'expiring', change: { warnAt: null } },
};

/** A deadline came. Undefined: a kind that another version planned. Pure. */
export function whenReleaseIsDue(
  state: ReleaseState,
  { kind }: ReleaseDeadline,
  at: Instant,
): ReleaseDecided | undefined {
  const outcome: ReleaseOutcome | undefined = DUE[kind];
  return outcome && releaseTransition(state, outcome, { at });
}

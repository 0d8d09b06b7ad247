import { applyOnce, type FactSheets } from '../handled-once.js';
import type { ReleaseFact, ReleaseState } from './release-state.js';
import { isReleaseOver } from './release-statuses.js';
import { type ReleaseDecided, releaseTransition } from './release-transition.js';

/** What a fact does to a release; null when it changes nothing. */
export const applyReleaseFact = (state: ReleaseState, fact: ReleaseFact): ReleaseDecided | null =>
  isReleaseOver(state.status) ? null : applyOnce(FACTS, state, fact);

const FACTS: FactSheets<ReleaseState, ReleaseFact, ReleaseDecided> = {
  /** What it was for came to nothing: it lets nothing out any more. */
  'not-needed': {
    does: (state, { at }) =>
      releaseTransition(state, { type: 'not-needed', change: { status: 'revoked', warnAt: null } }, { at }),
  },
};

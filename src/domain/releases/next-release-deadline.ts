import type { Instant } from '../time/instant.js';
import type { ReleaseDeadline, ReleaseDeadlineKind, ReleaseState } from './release-state.js';

/** When each kind comes; null: not as the release stands. Of two at one instant the one named first comes first. */
const WHEN: Record<ReleaseDeadlineKind, (state: ReleaseState) => Instant | null> = {
  expiry: ({ status, expiresAt }) => (status === 'in-force' ? expiresAt : null),
  lapse: ({ status, lapsesAt }) => (status === 'asked' ? lapsesAt : null),
  warning: ({ status, warnAt }) => (status === 'in-force' ? warnAt : null),
};

/** The first that comes. */
export function nextReleaseDeadline(state: ReleaseState): ReleaseDeadline | null {
  return (Object.keys(WHEN) as ReleaseDeadlineKind[]).reduce<ReleaseDeadline | null>((first, kind) => {
    const at = WHEN[kind](state);
    return at !== null && (first === null || at < first.at) ? { kind, at } : first;
  }, null);
}

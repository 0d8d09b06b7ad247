import type { DaysAway } from './days.js';
import { daysMeet } from './days-away.js';

/** An absence beside others: who is away, and who stands in. */
export interface StandingIn extends DaysAway {
  id: string;
  personId: string;
  standInId: string | null;
}

export type Clash =
  /** Away then already. */
  | { reason: 'already-away'; with: StandingIn }
  /** Whoever stands in is away too. */
  | { reason: 'stand-in-away'; with: StandingIn }
  /** Whoever is away stands in for somebody. */
  | { reason: 'stands-in-then'; with: StandingIn };

/**
 * What another absence has against this one. Nobody who stands in is away meanwhile, so a stand-in's stand-in is never asked
 * for, and no circle can come of it.
 */
export function clashOf(absence: StandingIn, others: readonly StandingIn[]): Clash | null {
  const then = others.filter((other) => other.id !== absence.id && daysMeet(absence, other));
  const found = (reason: Clash['reason'], is: (other: StandingIn) => boolean): Clash | null => {
    const other = then.find(is);
    return other ? { reason, with: other } : null;
  };
  const { personId, standInId } = absence;
  return (
    found('already-away', (other) => other.personId === personId) ??
    found('stand-in-away', (other) => other.personId === standInId) ??
    found('stands-in-then', (other) => other.standInId === personId)
  );
}

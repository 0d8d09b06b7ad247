import type { Instant } from '../time/instant.js';

/** Somebody came or went, as the meeting's service tells it while the call is on. */
export interface ComingOrGoing {
  kind: 'participant-joined' | 'participant-left';
  participantId: string;
  at: Instant;
}

/**
 * Who is in, for the facilitator's live view: the last coming is later than the last going, and than the last end of
 * the meeting, after which nobody is said to have left. It hangs on the instants alone, so facts may come twice,
 * late and in any order.
 */
export function whoIsIn<F extends ComingOrGoing>(facts: readonly F[], endedAt: Instant | null = null): F[] {
  const last = new Map<string, F>();
  for (const fact of facts) {
    const known = last.get(fact.participantId);
    // At the same instant somebody who left is out: better one too few on the list than a ghost.
    const newer = !known || fact.at > known.at || (fact.at === known.at && fact.kind === 'participant-left');
    if (newer) last.set(fact.participantId, fact);
  }
  return [...last.values()].filter(
    ({ kind, at }) => kind === 'participant-joined' && (endedAt === null || at > endedAt),
  );
}

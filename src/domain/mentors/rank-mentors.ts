/** What counts when a mentor is sought for a request. */
export interface Candidate {
  id: string;
  name: string;
  topics: readonly string[];
  /** Empty: anywhere. */
  states: readonly string[];
  free: number;
}

/** Why somebody stands where they do. */
export interface Why {
  /** Those of the request’s topics that are theirs. */
  topics: string[];
  /** `named`: they name the requester’s state; `anywhere`: they name none. */
  state: 'named' | 'anywhere' | 'other' | 'unknown';
  free: number;
}

export type Ranked<C extends Candidate> = C & { why: Why };

const STATE_RANK: Record<Why['state'], number> = { named: 0, anywhere: 1, unknown: 1, other: 2 };

/** The best first: by area, then state, then free load, then name. Who has no room is left out. Pure. */
export function rankMentors<C extends Candidate>(
  candidates: readonly C[],
  { topics, state }: { topics: readonly string[]; state: string | null },
): Ranked<C>[] {
  return candidates
    .filter(({ free }) => free > 0)
    .map((one) => ({ ...one, why: whyOf(one, topics, state) }))
    .sort(
      (a, b) =>
        b.why.topics.length - a.why.topics.length ||
        STATE_RANK[a.why.state] - STATE_RANK[b.why.state] ||
        b.free - a.free ||
        (a.name < b.name ? -1 : Number(a.name > b.name)) ||
        (a.id < b.id ? -1 : 1),
    );
}

function whyOf(one: Candidate, topics: readonly string[], state: string | null): Why {
  const shared = topics.filter((topic) => one.topics.includes(topic));
  if (one.states.length === 0) return { topics: shared, state: 'anywhere', free: one.free };
  if (state === null) return { topics: shared, state: 'unknown', free: one.free };
  return { topics: shared, state: one.states.includes(state) ? 'named' : 'other', free: one.free };
}

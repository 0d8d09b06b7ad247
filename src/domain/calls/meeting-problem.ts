import type { Instant } from '../time/instant.js';

/** What staff hear of a meeting: it would keep something, something is being kept, nobody can get in, or something else is wrong. */
export type MeetingTrouble = 'kept' | 'being-kept' | 'no-link' | 'other';

/** Codes with which a personal link leads nowhere, or into something that is kept. */
const NO_WAY_IN = new Set(['kept', 'not-found', 'meeting-over']);

/** Whether the links already given out still lead in: an outage of the service's API doesn't close its meetings. */
export function linksStand(problem: string | null): boolean {
  return problem === null || !NO_WAY_IN.has(problem);
}

const DAY_MS = 86_400_000;

/**
 * Whether staff get mail about what is wrong with a call's meeting. What a person has to mend, at once; an outage
 * only on the last day before the call, for before that it has time to pass.
 */
export function staffShouldHear({
  passesByItself,
  at,
  startsAt,
}: {
  passesByItself: boolean;
  at: Instant;
  startsAt: Instant;
}): boolean {
  return !passesByItself || Date.parse(startsAt) - Date.parse(at) < DAY_MS;
}

import type { Clock } from '../../ports/clock.js';

/** The wall clock: business time outside rehearsal. */
export const systemClock: Clock = { now: () => new Date() };

import type { Clock } from '../../activities/ports.js';

/** The wall clock: business time outside rehearsal. */
export const systemClock: Clock = { now: () => new Date() };

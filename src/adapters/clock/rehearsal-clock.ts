import type { Clock } from '../../ports/clock.js';

/** Business time of a rehearsal: the time-skipping server's clock, which runs on by itself between jumps. */
export interface RehearsalClock extends Clock {
  /** Sets the clock to what the server says now, in milliseconds since 1970. */
  set(serverMs: number): void;
}

export function createRehearsalClock(serverMs: number): RehearsalClock {
  let offset = serverMs - Date.now();
  return {
    now: () => new Date(Date.now() + offset),
    set(ms) {
      offset = ms - Date.now();
    },
  };
}

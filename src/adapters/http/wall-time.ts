import { setTimeout } from 'node:timers/promises';

/** Wall time for limits, tokens and waits; tests hand in their own. */
export interface WallTime {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const wallTime: WallTime = {
  now: () => Date.now(),
  sleep: async (ms) => void (await setTimeout(ms)),
};

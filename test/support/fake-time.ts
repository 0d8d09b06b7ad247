import type { WallTime } from '../../src/adapters/http/wall-time.js';

export interface FakeTime extends WallTime {
  /** Every wait that was asked for, in ms. */
  slept: number[];
  advance(ms: number): void;
}

/** Wall time that passes only by waiting, at once. */
export function createFakeTime(start: string): FakeTime {
  let now = Date.parse(start);
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
    },
    advance: (ms) => {
      now += ms;
    },
  };
}

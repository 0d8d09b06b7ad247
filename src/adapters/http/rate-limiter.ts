import type { WallTime } from './wall-time.js';

export interface RateLimiter {
  /** Resolves when one more request may go, first come first. */
  take(): Promise<void>;
}

/**
 * At most `limit` requests in any `windowMs`, of this process; the service counts those of the others too, so its
 * own "too many" still has to be heeded.
 */
export function createRateLimiter(
  { limit, windowMs }: { limit: number; windowMs: number },
  time: WallTime,
): RateLimiter {
  const taken: number[] = [];
  let queue: Promise<void> = Promise.resolve();
  async function wait(): Promise<void> {
    const oldest = taken.length >= limit ? taken.shift() : undefined;
    const free = oldest === undefined ? 0 : oldest + windowMs - time.now();
    if (free > 0) await time.sleep(free);
    taken.push(time.now());
  }
  return {
    take() {
      queue = queue.then(wait);
      return queue;
    },
  };
}

import type { ContactPolling } from '../../ports/contacts.js';
import { wallTime } from '../http/wall-time.js';

const DAY_MS = 86_400_000;

/**
 * How often the nation is asked what changed. In a rehearsal time jumps and the nation's doesn't: a year would ask
 * 35,000 times within minutes, of a nation in which nothing happens meanwhile. So there the process wakes once a
 * simulated day, and asks only if the usual time has passed on the wall since it last did.
 */
export function createContactPolling({
  everyMs,
  simulated,
  now = wallTime.now,
}: {
  everyMs: number;
  simulated: boolean;
  now?: () => number;
}): ContactPolling {
  let askedAt = Number.NEGATIVE_INFINITY;
  return {
    mayAsk() {
      if (simulated && now() - askedAt < everyMs) return false;
      askedAt = now();
      return true;
    },
    waitMs: (retryAt) =>
      simulated ? DAY_MS : Math.max(everyMs, retryAt === null ? 0 : Date.parse(retryAt) - now()),
    untilMs: (retryAt) => Date.parse(retryAt) - now(),
  };
}

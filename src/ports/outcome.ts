import type { Instant } from '../domain/time/instant.js';

/**
 * What an outside service did. None of these is thrown: `refused` stays so until somebody changes something,
 * `retry` may go better from `retryAt` on (wall time). Codes are ours; the service's own words are not kept.
 */
export type Outcome<T> =
  | { outcome: 'done'; value: T }
  | { outcome: 'refused'; code: string }
  | { outcome: 'retry'; code: string; retryAt: Instant };

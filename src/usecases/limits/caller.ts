import type { Given, Reason } from '../../domain/refusals/refusals.js';
import { because, type Problem } from '../../domain/result.js';

/** Whose tries are counted together, whatever they ask for. */
export interface Caller {
  /** A person or key; of somebody unknown their network. */
  ref: string;
  /** How many times the limit it may be. */
  times: number;
}

/** Refused until so many seconds have gone. */
export function tooMany<R extends Reason>(retryAfter: number, reason: R, ...given: Given<R>): Problem {
  return { ...because(reason, ...given), retryAfter };
}

import type { Instant } from './instant.js';

/** Compares as instants, so that a missing `.000` or an offset cannot turn the order around. */
export function isAfter(a: Instant, b: Instant): boolean {
  return Date.parse(a) > Date.parse(b);
}

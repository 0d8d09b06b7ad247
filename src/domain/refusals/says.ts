import type { Given, Saying } from './refusals.js';
import type { Params } from './row.js';

/** A sentence by its name, with what it names. */
export interface Said {
  reason: Saying;
  params?: Params;
}

const MARK = '{"says":';

/**
 * What a schema says of an issue. Its library takes a message there, so the sentence's name and params go as one; whoever
 * reads issues finds them again by `saidIn`.
 */
export function says<S extends Saying>(reason: S, ...[params]: Given<S>): string {
  return JSON.stringify({ says: reason, params });
}

/** The sentence of an issue's message; null: it is in the library's own words. */
export function saidIn(message: string): Said | null {
  if (!message.startsWith(MARK)) return null;
  const { says: reason, params } = JSON.parse(message) as { says: Saying; params?: Params };
  return params ? { reason, params } : { reason };
}

/** A signed delivery older, or from further ahead, than this is a replay or a clock gone wrong. */
const OLDEST = 5 * 60_000;

/** `timestamp`: seconds since 1970, as text. */
export function isStale(timestamp: string, nowMs: number): boolean {
  return !/^\d{1,12}$/.test(timestamp) || Math.abs(nowMs - Number(timestamp) * 1000) > OLDEST;
}

/**
 * The moment a `Retry-After` names, in ms since 1970: seconds from now, an HTTP date, or (Zoom's daily limits) an
 * ISO date. Null without one, or when it is unreadable.
 */
export function readRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return now + Math.ceil(Number(text) * 1000);
  if (!/\d{4}/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(at, now);
}

/** Next midnight in GMT, when daily limits begin anew. */
export function nextGmtMidnight(now: number): number {
  const day = 86_400_000;
  return (Math.floor(now / day) + 1) * day;
}

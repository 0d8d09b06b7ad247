import { type RequestStatus, waitBegins } from '../../../domain/requests/statuses.js';
import type { Instant } from '../../../domain/time/instant.js';

/** When the present wait began, read from the events (oldest first); null when nothing is waited for. */
export function waitingSince(
  status: RequestStatus,
  events: readonly { type: string; at: Instant }[],
): Instant | null {
  const begins = waitBegins(status);
  return events.filter(({ type }) => begins.includes(type)).at(-1)?.at ?? null;
}

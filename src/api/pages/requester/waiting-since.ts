import type { RequestStatus } from '../../../domain/requests/status.js';
import type { Instant } from '../../../domain/time/instant.js';

const BEGINS: Partial<Record<RequestStatus, readonly string[]>> = {
  'awaiting-prerequisites': ['received', 'reclassified', 'reopened'],
  'awaiting-information': ['information-requested', 'supervisor-refused'],
};

/** When the present wait began, read from the events (oldest first); null when nothing is waited for. */
export function waitingSince(
  status: RequestStatus,
  events: readonly { type: string; at: Instant }[],
): Instant | null {
  const begins = BEGINS[status] ?? [];
  return events.filter(({ type }) => begins.includes(type)).at(-1)?.at ?? null;
}

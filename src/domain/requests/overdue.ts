import type { Instant } from '../time/instant.js';
import type { ClockState } from '../time/types.js';
import { isOpen, type RequestStatus } from './statuses.js';

export interface OverdueFacts {
  status: RequestStatus;
  clockState: ClockState;
  dueAt: Instant | null;
  /** The earlier of the promise and what a court or filing date asks for. */
  targetAt: Instant | null;
  /** Since when the target could be met: the clock runs and the date is known; null: not yet. */
  targetSince: Instant | null;
}

/**
 * The one meaning of "overdue": open, its clock started, and past the promise, or past an earlier target that could
 * still be met when the clock started and we learned of the date. While the clock is paused only a promise that was
 * broken before counts. `api/requests/overdue-rows.ts` asks the same of the database.
 */
export function isOverdue(facts: OverdueFacts, now: Instant): boolean {
  const { status, clockState, dueAt, targetAt, targetSince } = facts;
  if (!isOpen(status) || (clockState !== 'running' && clockState !== 'paused')) return false;
  if (dueAt !== null && dueAt < now) return true;
  if (clockState !== 'running' || targetAt === null || targetSince === null) return false;
  return targetAt < now && targetAt > targetSince;
}

import type { Instant } from '../time/instant.js';
import type { CallState } from './call-state.js';
import { isLive } from './call-statuses.js';

/**
 * When a call on a day off is cancelled by itself: as its window opens, or at the next step that staff can still
 * forestall by confirming it. Null: never. With nothing left but its start people have been reminded and hold the time
 * free; a cancellation then would reach nobody before they come, so whether it takes place is staff's to decide.
 */
export function cancelsItselfAt({ status, times, dayOff, staffConfirmed }: CallState): Instant | null {
  if (dayOff === null || staffConfirmed || !isLive(status)) return null;
  const { windowOpensAt, questionsCloseAt, reminderAt, startsAt } = times;
  const steps = [windowOpensAt, questionsCloseAt, reminderAt].sort();
  return steps.find((step) => step > dayOff.since && step < startsAt) ?? null;
}

import type { BusinessCalendar } from './calendar.js';
import type { Instant, IsoDate } from './instant.js';

/**
 * Removing a closure never shortens a deadline to less than five business days from now. The date to keep,
 * for a `floor` event, or null when the new date may stand. Never later than the date told before.
 * `calendar` is the one without the closure.
 */
export function floorForRemoval(args: {
  calendar: BusinessCalendar;
  oldDueAt: Instant;
  newDueAt: Instant;
  at: Instant;
  businessDays?: number;
}): IsoDate | null {
  const { calendar, at, businessDays = 5 } = args;
  const oldDue = calendar.dateOf(args.oldDueAt);
  const newDue = calendar.dateOf(args.newDueAt);
  const earliest = calendar.addBusinessDays(calendar.dateOf(at), businessDays);
  if (newDue >= oldDue || newDue >= earliest) return null;
  if (oldDue < earliest) return oldDue;
  return earliest;
}

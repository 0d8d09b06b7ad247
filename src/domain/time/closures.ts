import type { Instant, IsoDate } from './instant.js';
import { isAfter } from './is-after.js';
import type { Closure } from './types.js';
import type { Zone } from './zone.js';

/** The closure in force on a date, if any. */
export type ClosureLookup = (date: IsoDate) => Closure | null;

/**
 * Past days keep the state they had: a closure holds only from the day it was entered on, and a removed one
 * still holds for the days before its removal.
 */
export function closureLookup({ zone, closures }: { zone: Zone; closures: Closure[] }): ClosureLookup {
  const byDate = new Map<IsoDate, Closure[]>();
  for (const closure of closures) {
    byDate.set(closure.date, [...(byDate.get(closure.date) ?? []), closure]);
  }
  return (date) =>
    byDate.get(date)?.find((closure) => {
      if (zone.dateOf(closure.enteredAt) > date) return false;
      return closure.removedAt === null || zone.dateOf(closure.removedAt) > date;
    }) ?? null;
}

/** What staff had entered and removed by an instant. */
export function closuresAsOf(closures: Closure[], at: Instant): Closure[] {
  return closures
    .filter((closure) => !isAfter(closure.enteredAt, at))
    .map((closure) =>
      closure.removedAt !== null && isAfter(closure.removedAt, at)
        ? { ...closure, removedAt: null }
        : closure,
    );
}

/** How many times the closures had changed by an instant: equal counts mean equal calendars. */
export function closureChangesBy(closures: Closure[], at: Instant): number {
  return closures
    .flatMap((closure) => [closure.enteredAt, closure.removedAt])
    .filter((change) => change !== null && !isAfter(change, at)).length;
}

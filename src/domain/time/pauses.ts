import { addDays } from './add-days.js';
import type { BusinessCalendar } from './calendar.js';
import { isAfter } from './is-after.js';
import type { PauseInterval } from './past-due.js';
import { dayZero } from './receipt.js';
import type { ClockEvent } from './types.js';

/**
 * The pauses of a clock as past-due steps see them: after the pause date through the answer's day zero.
 * Paused before the office opened, the pause date itself is passed over too, since that morning's step has
 * not been taken. An answer on the same day makes no pause.
 */
export function pausesOf(args: {
  calendar: BusinessCalendar;
  events: readonly ClockEvent[];
}): PauseInterval[] {
  const { calendar, events } = args;
  const pauses: PauseInterval[] = [];
  let pausedAt: string | null = null;
  for (const event of events) {
    if (event.type === 'paused') pausedAt ??= event.at;
    if (event.type === 'stopped') break;
    if (event.type !== 'resumed' || pausedAt === null) continue;
    const resumedOn = dayZero(calendar, event.at);
    if (resumedOn !== calendar.dateOf(pausedAt)) {
      pauses.push({ fromDate: lastDateBefore(calendar, pausedAt), toDate: resumedOn });
    }
    pausedAt = null;
  }
  if (pausedAt !== null) pauses.push({ fromDate: lastDateBefore(calendar, pausedAt), toDate: null });
  return pauses;
}

function lastDateBefore(calendar: BusinessCalendar, pausedAt: string): string {
  const date = calendar.dateOf(pausedAt);
  return isAfter(calendar.opens(date), pausedAt) ? addDays(date, -1) : date;
}

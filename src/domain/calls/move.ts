import type { CallSeries } from '../program/call-series.schema.js';
import type { BusinessCalendar } from '../time/calendar.js';
import { planning } from '../time/cannot-plan.js';
import type { Instant } from '../time/instant.js';
import { dayFlagOn, dayOffOn } from './day-off.js';
import { earlier, later } from './earlier-later.js';
import { type Occurrence, plannedDateOf } from './occurrence.js';
import { scheduledEnd, timesByRule } from './occurrences.js';
import { callDayBefore } from './recurrence.js';

interface Move {
  occurrence: Pick<Occurrence, 'id' | 'series' | 'topic' | 'windowOpensAt'>;
  startsAt: Instant;
  calendar: BusinessCalendar;
  series: CallSeries;
  announcedCloseAt: Instant;
}

/**
 * A call at another time. It keeps id and topic. The cut-off is the rule's for the new date, never earlier
 * than the one announced (only the new start itself can cut it off); a window once announced is not
 * narrowed. `announcedCloseAt`: the latest cut-off told so far.
 * @throws CannotPlan
 */
export function reschedule(args: Move): Occurrence {
  return planning(() => move(args));
}

function move(args: Move): Occurrence {
  const { occurrence, startsAt, calendar, series, announcedCloseAt } = args;
  const windowOpensAt = earlier(occurrence.windowOpensAt, windowFor(args));
  const times = timesByRule({ series, calendar, startsAt, windowOpensAt });
  const questionsCloseAt = earlier(later(times.questionsCloseAt, announcedCloseAt), startsAt);
  // A cut-off later than the rule's leaves staff as long to select as the rule does, if there is time.
  const toSelect = Date.parse(times.selectUntil) - Date.parse(times.questionsCloseAt);
  const selectUntil = new Date(Date.parse(questionsCloseAt) + toSelect).toISOString();
  return {
    id: occurrence.id,
    series: occurrence.series,
    topic: occurrence.topic,
    ...times,
    questionsCloseAt,
    selectUntil: earlier(selectUntil, startsAt),
    dayOff: dayOffOn(calendar, times.date),
    flag: dayFlagOn(calendar, times.date),
  };
}

/** The window by the rule for the new date; the place the call left counts for nothing. */
function windowFor(args: {
  occurrence: Pick<Occurrence, 'id'>;
  startsAt: Instant;
  calendar: BusinessCalendar;
  series: CallSeries;
}): Instant {
  const { occurrence, startsAt, calendar, series } = args;
  const left = plannedDateOf(occurrence.id);
  let before = callDayBefore(series, calendar.dateOf(startsAt));
  if (before === left) before = callDayBefore(series, before);
  return scheduledEnd(series, calendar, before);
}

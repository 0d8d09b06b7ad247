import type { CallSeries } from '../program/call-series.schema.js';
import { addDays } from '../time/add-days.js';
import type { BusinessCalendar } from '../time/calendar.js';
import { planning } from '../time/cannot-plan.js';
import type { Instant, IsoDate } from '../time/instant.js';
import { dayFlagOn, dayOffOn } from './day-off.js';
import { earlier, later } from './earlier-later.js';
import { type CallTimes, callId, type Occurrence } from './occurrence.js';
import { callDayBefore, isCallDay, topicRuleOn } from './recurrence.js';

const MINUTE_MS = 60_000;

/** The calls of a series on dates from `from` to `to`, both included, oldest first. None before its first date. */
export function occurrencesOf(args: {
  series: CallSeries;
  calendar: BusinessCalendar;
  from: IsoDate;
  to: IsoDate;
}): Occurrence[] {
  const { series, calendar, to } = args;
  const occurrences: Occurrence[] = [];
  for (let date = later(args.from, series.firstDate); date <= to; date = addDays(date, 1)) {
    if (isCallDay(series, date)) occurrences.push(occurrenceOn({ series, calendar, date }));
  }
  return occurrences;
}

interface OnDate {
  series: CallSeries;
  calendar: BusinessCalendar;
  date: IsoDate;
  startsAt?: Instant;
}

/**
 * The call of one date; also for an extra call on a day the rule doesn't name, if need be at another time.
 * @throws CannotPlan
 */
export function occurrenceOn(args: OnDate): Occurrence {
  return planning(() => onDate(args));
}

function onDate(args: OnDate): Occurrence {
  const { series, calendar, date } = args;
  const startsAt = args.startsAt ?? calendar.at(date, series.startsAt);
  const windowOpensAt = scheduledEnd(series, calendar, callDayBefore(series, date));
  return {
    id: callId(series.id, date),
    series: series.id,
    topic: topicRuleOn(series, date).topic,
    ...timesByRule({ series, calendar, startsAt, windowOpensAt }),
    dayOff: dayOffOn(calendar, date),
    flag: dayFlagOn(calendar, date),
  };
}

/** What follows from the start and the window. Nothing but the end lies behind the start. */
export function timesByRule(args: {
  series: CallSeries;
  calendar: BusinessCalendar;
  startsAt: Instant;
  windowOpensAt: Instant;
}): CallTimes {
  const { series, calendar, startsAt, windowOpensAt } = args;
  const date = calendar.dateOf(startsAt);
  const at = (point: { day: number; time: string }) => calendar.at(addDays(date, point.day), point.time);
  const reminderAt = at(series.reminder);
  return {
    date,
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + series.durationMinutes * MINUTE_MS).toISOString(),
    windowOpensAt,
    questionsCloseAt: earlier(at(series.questions.closes), startsAt),
    selectUntil: earlier(at(series.questions.staffSelectUntil), startsAt),
    // Moved to early in the morning, a call is reminded of on the day before.
    reminderAt: reminderAt < startsAt ? reminderAt : at({ ...series.reminder, day: series.reminder.day - 1 }),
    flagAt: flagAt({ series, calendar, date, windowOpensAt }),
  };
}

/**
 * Opening time, so many days before the call. A monthly call's window opens earlier than that; there staff
 * hear so many days before the window instead, so that they can confirm before the call is cancelled.
 */
function flagAt(args: {
  series: CallSeries;
  calendar: BusinessCalendar;
  date: IsoDate;
  windowOpensAt: Instant;
}): Instant {
  const { series, calendar, date, windowOpensAt } = args;
  const byCall = calendar.opens(addDays(date, -series.holidayFlagDays));
  if (byCall < windowOpensAt) return byCall;
  return calendar.opens(addDays(calendar.dateOf(windowOpensAt), -series.holidayFlagDays));
}

export function scheduledEnd(series: CallSeries, calendar: BusinessCalendar, date: IsoDate): Instant {
  const starts = Date.parse(calendar.at(date, series.startsAt));
  return new Date(starts + series.durationMinutes * MINUTE_MS).toISOString();
}

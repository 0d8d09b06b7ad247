import type { CallSeries, CallTopic } from '../program/call-series.schema.js';
import { addDays, weekdayOf } from '../time/add-days.js';
import type { IsoDate } from '../time/instant.js';

export type TopicRule = CallSeries['topics'][number];

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** Which of its weekday in its month a date is: 1 for the first Wednesday, 5 for a fifth. */
export function ordinalInMonth(date: IsoDate): number {
  return Math.ceil(Number(date.slice(8)) / 7);
}

/** The rule puts a call on this date. The first date of the series is not looked at here. */
export function isCallDay({ recurrence }: CallSeries, date: IsoDate): boolean {
  if (WEEKDAYS[weekdayOf(date)] !== recurrence.weekday) return false;
  return recurrence.every === 'week' || recurrence.ordinal === ordinalInMonth(date);
}

/** The latest call day strictly before a date, by the rule alone: the first call has one before it too. */
export function callDayBefore(series: CallSeries, date: IsoDate): IsoDate {
  let day = addDays(date, -1);
  while (!isCallDay(series, day)) day = addDays(day, -1);
  return day;
}

/** Topic by the weekday's number within its month; one topic stands for all that no other names. */
export function topicRuleOn(series: CallSeries, date: IsoDate): TopicRule {
  const ordinal = ordinalInMonth(date);
  const rule =
    series.topics.find((topic) => topic.ordinals.includes(ordinal)) ??
    series.topics.find((topic) => topic.ordinals.length === 0);
  if (!rule) throw new RangeError('a call without a topic: the program check refuses such a series');
  return rule;
}

export function topicRuleOf(series: CallSeries, topic: CallTopic): TopicRule | null {
  return series.topics.find((rule) => rule.topic === topic) ?? null;
}

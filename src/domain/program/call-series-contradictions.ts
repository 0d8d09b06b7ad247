import type { CallSeries } from './call-series.schema.js';
import { type Contradiction, repeats } from './contradiction.js';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** Dates and times of a call series that disagree, and calls left without a topic or given two. */
export function callSeriesContradictions(series: CallSeries, path: Contradiction['path']): Contradiction[] {
  const found: Contradiction[] = [];
  const { recurrence, firstDate, questions, startsAt } = series;
  const weekday = DAYS[new Date(`${firstDate}T00:00:00Z`).getUTCDay()];
  const ordinal = Math.ceil(Number(firstDate.slice(8)) / 7);
  if (weekday !== recurrence.weekday) {
    found.push({
      path: [...path, 'firstDate'],
      message: `is a ${weekday}, but these calls are held on a ${recurrence.weekday}`,
    });
  } else if (recurrence.every === 'month' && ordinal !== recurrence.ordinal) {
    found.push({
      path: [...path, 'firstDate'],
      message: `is weekday number ${ordinal} of its month, but recurrence says ${recurrence.ordinal}`,
    });
  }

  const at = (point: { day: number; time: string }) =>
    point.day * 10_000 + Number(point.time.replace(':', ''));
  if (at(questions.closes) >= at({ day: 0, time: startsAt })) {
    found.push({ path: [...path, 'questions', 'closes'], message: 'must be before the call starts' });
  }
  if (at(questions.staffSelectUntil) < at(questions.closes)) {
    found.push({
      path: [...path, 'questions', 'staffSelectUntil'],
      message: 'must not be before questions close: staff select from all of them',
    });
  }
  if (at(questions.staffSelectUntil) >= at({ day: 0, time: startsAt })) {
    found.push({
      path: [...path, 'questions', 'staffSelectUntil'],
      message: 'must be before the call starts',
    });
  }
  if (at(series.reminder) >= at({ day: 0, time: startsAt })) {
    found.push({ path: [...path, 'reminder'], message: 'must be before the call starts' });
  }
  const needed = daysAheadNeeded(series);
  if (series.planAheadDays < needed) {
    found.push({
      path: [...path, 'planAheadDays'],
      message: `must be ${needed} or more: a call is planned before its window opens and before staff hear of a day off`,
    });
  }
  return [...found, ...seriesTopicRules(series, path)];
}

/** Planning is done once a week; a window opens at the call before, five weeks earlier at most in a monthly series. */
function daysAheadNeeded({ recurrence, holidayFlagDays }: CallSeries): number {
  const window = recurrence.every === 'month' ? 35 : 7;
  return Math.max(window, holidayFlagDays) + 7;
}

function seriesTopicRules(series: CallSeries, path: Contradiction['path']): Contradiction[] {
  const named = series.topics.flatMap((topic, index) =>
    topic.ordinals.map((ordinal, nth) => ({ ordinal, path: [...path, 'topics', index, 'ordinals', nth] })),
  );
  const found: Contradiction[] = repeats(named, ({ ordinal }) => String(ordinal)).map((entry) => ({
    path: entry.path,
    message: `weekday ${entry.ordinal} of the month already has a topic: name it once`,
  }));
  const others = series.topics.flatMap((topic, index) => (topic.ordinals.length === 0 ? [index] : []));
  const all = new Set(named.map(({ ordinal }) => ordinal)).size === 5;
  if (others.length === 0 && !all) {
    found.push({
      path: [...path, 'topics'],
      message: 'leaves some calls without a topic: give one topic ordinals: [] for all the others',
    });
  }
  for (const index of others.slice(1)) {
    found.push({
      path: [...path, 'topics', index, 'ordinals'],
      message: 'is empty for two topics: only one can stand for all the others',
    });
  }
  return found;
}

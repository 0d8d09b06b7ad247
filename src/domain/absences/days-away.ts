import { because, type Problem } from '../result.js';
import type { DaysAway } from './days.js';

const DAY_MS = 86_400_000;

/** Days can be the same of two. */
export const daysMeet = (one: DaysAway, other: DaysAway): boolean =>
  one.firstDay <= other.lastDay && other.firstDay <= one.lastDay;

/** What is wrong with the days themselves. */
export function daysRefused({ firstDay, lastDay }: DaysAway, longestDays: number): Problem | null {
  if (lastDay < firstDay) return because('absence-ends-before');
  const days = (Date.parse(lastDay) - Date.parse(firstDay)) / DAY_MS + 1;
  return days > longestDays ? because('absence-too-long', { days: longestDays }) : null;
}

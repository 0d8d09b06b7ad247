import type { Instant } from '../time/instant.js';

/** One answered request, as the figures need it. No ids, no people. */
export interface AnsweredRequest {
  businessDays: number;
  respondedAt: Instant;
  dueAt: Instant | null;
  extended: boolean;
}

export interface ServiceLevels {
  /** Answers in the period; null below `SMALLEST_CELL`, like every figure made of them. */
  answered: number | null;
  medianBusinessDays: number | null;
  /** 0–1, two decimals. An extended one counts as outside the promise. */
  shareWithinPromise: number | null;
}

/** Figures about fewer cases than this could be about somebody; they are left out. */
export const SMALLEST_CELL = 5;

export function serviceLevels(requests: readonly AnsweredRequest[]): ServiceLevels {
  if (requests.length < SMALLEST_CELL) {
    return { answered: null, medianBusinessDays: null, shareWithinPromise: null };
  }
  const within = requests.filter(
    ({ extended, dueAt, respondedAt }) => !extended && dueAt !== null && respondedAt <= dueAt,
  );
  return {
    answered: requests.length,
    medianBusinessDays: median(requests.map(({ businessDays }) => businessDays)),
    shareWithinPromise: Math.round((100 * within.length) / requests.length) / 100,
  };
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper;
}

import { SMALLEST_CELL } from './service-levels.js';

export interface Cell {
  /** Null: all the small groups together. */
  key: string | null;
  /** Null: fewer than `SMALLEST_CELL`. */
  count: number | null;
}

/**
 * Counts by group, largest first. Groups that could be about somebody are put together, so that none can be found
 * by taking the others from the whole; where even together they are too few, no number is said.
 */
export function breakdown(groups: readonly { key: string; count: number }[]): Cell[] {
  const shown = groups.filter(({ count }) => count >= SMALLEST_CELL).sort((a, b) => b.count - a.count);
  const small = groups.filter(({ count }) => count > 0 && count < SMALLEST_CELL);
  if (small.length === 0) return shown;
  const rest = small.reduce((sum, { count }) => sum + count, 0);
  return [...shown, { key: null, count: rest >= SMALLEST_CELL ? rest : null }];
}

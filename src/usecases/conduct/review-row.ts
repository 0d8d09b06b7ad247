import type { ConductReview } from '../../adapters/database/generated/client.js';
import type { ReviewState } from '../../domain/conduct/review-state.js';
import type { Transaction } from '../../ports/database.js';
import { lockRowAndCalendar } from '../calendar/lock-calendar.js';
import type { WithKey } from '../data-keys.js';
import { reviewFields, sql } from '../sql.js';

export type ReviewRow = WithKey<ConductReview>;

/** Locks a review for the rest of the transaction, and the calendar stays as it is. */
export function lockReviewAndCalendar(tx: Transaction, id: string): Promise<ReviewRow | null> {
  return lockRowAndCalendar(tx, sql`SELECT ${reviewFields} FROM conduct_review v WHERE id = ${id}::uuid`);
}

export function stateOf(row: Pick<ReviewRow, 'processState'>): ReviewState | null {
  return row.processState as unknown as ReviewState | null;
}
